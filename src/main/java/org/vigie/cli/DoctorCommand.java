package org.vigie.cli;

import java.util.concurrent.Callable;
import org.vigie.store.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "doctor",
        description = "Says what is missing or misconfigured, in plain words; exit code 1 when something is wrong.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private InstanceOptions instance = new InstanceOptions();

    @Override
    public Integer call() {
        DataDirectory directory = instance.directory();
        boolean healthy = true;
        for (Diagnosis diagnosis : new Checkup(directory, instance).run()) {
            System.out.println(diagnosis.line());
            healthy &= !(diagnosis instanceof Diagnosis.Wrong);
        }
        System.out.println(healthy ? "Nothing is wrong." : "Something is wrong: see the lines marked with !!.");
        return healthy ? 0 : 1;
    }
}
