package org.vigie;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;

/**
 * Compiled classes below one root package, seen as modules. Constants that the compiler copied leave no trace in them.
 *
 * @param root as {@code org.vigie}
 */
record House(String root, JavaClasses classes) {
    static House ours() {
        return new House(
                "org.vigie",
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
                        .importPackages("org.vigie"));
    }

    /** The classes under {@code src/test/java/org/vigie/architecturefixture}, each of which breaks a rule. */
    static House ofBadExamples() {
        String root = "org.vigie.architecturefixture";
        return new House(root, new ClassFileImporter().importPackages(root));
    }

    ModuleGraph graph() {
        ModuleGraph graph = new ModuleGraph(new TreeSet<>(), new TreeSet<>());
        for (JavaClass from : classes) {
            graph.modules().add(moduleOf(from));
            for (Dependency dependency : from.getDirectDependenciesFromSelf()) {
                JavaClass to = dependency.getTargetClass().getBaseComponentType();
                if (!isInside(to) || moduleOf(to).equals(moduleOf(from))) continue;
                graph.arrows().add(ModuleGraph.arrow(moduleOf(from), moduleOf(to)));
            }
        }
        return graph;
    }

    /** Packages below a module: we have none. */
    Set<String> nestedPackages() {
        Set<String> nested = new TreeSet<>();
        for (JavaClass type : classes) {
            String inside = type.getPackageName().substring(root.length());
            if (inside.lastIndexOf('.') > 0) nested.add(type.getPackageName());
        }
        return nested;
    }

    /** Packages that NullAway does not look into, for want of the annotation in {@code package-info.java}. */
    Set<String> packagesWithoutNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : classes) {
            JavaPackage home = type.getPackage();
            if (home.tryGetAnnotationOfType(NullMarked.class).isEmpty()) unmarked.add(home.getName());
        }
        return unmarked;
    }

    private boolean isInside(JavaClass type) {
        return type.getPackageName().startsWith(root + ".");
    }

    private String moduleOf(JavaClass type) {
        if (!isInside(type)) throw new IllegalStateException(type.getName() + " is in no module");
        return type.getPackageName().substring(root.length() + 1).split("\\.", 2)[0];
    }
}
