package org.vigie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.opinion.ModelFiles;

class VigieTest {
    @TempDir
    Path temporary;

    @Test
    void answers_unknown_options_and_commands_with_2_and_a_hint() {
        Outcome option = run("start", "--prot", "1");
        assertThat(option.code()).isEqualTo(2);
        assertThat(option.err()).contains("--prot").contains("--port");
        Outcome command = run("strat");
        assertThat(command.code()).isEqualTo(2);
        assertThat(command.err()).contains("strat").contains("start");
    }

    @Test
    void explains_every_command_with_help() {
        for (String command : new String[] {"start", "doctor", "backup", "restore"}) {
            Outcome help = run(command, "--help");
            assertThat(help.code()).as(command).isZero();
            assertThat(help.out()).as(command).contains("Usage: vigie " + command);
        }
    }

    @Test
    void says_in_one_line_that_a_port_is_in_use() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Outcome outcome = run("start", "--data", temporary.toString(), "--port", "" + taken.getLocalPort());
            assertThat(outcome.code()).isOne();
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("Cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
    }

    @Test
    void says_in_one_line_that_a_host_is_not_of_this_machine() {
        Outcome outcome = run("start", "--data", temporary.toString(), "--host", "192.0.2.1", "--port", "0");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err().lines()).singleElement().asString().startsWith("Cannot listen on 192.0.2.1:0");
    }

    @Test
    void keeps_a_demonstration_off_other_hosts_and_other_data() throws Exception {
        Outcome elsewhere = run("start", "--demo", "--data", temporary.toString(), "--host", "0.0.0.0", "--port", "0");
        assertThat(elsewhere.code()).isOne();
        assertThat(elsewhere.err()).contains("--demo-public");
        Files.writeString(temporary.resolve("letter.txt"), "mine");
        Outcome occupied = run("start", "--demo", "--data", temporary.toString(), "--port", "0");
        assertThat(occupied.code()).isOne();
        assertThat(occupied.err()).contains("holds something else than a demonstration");
    }

    @Test
    void refuses_to_start_a_demonstration_as_something_real() throws Exception {
        Files.createFile(temporary.resolve(".demonstration"));
        Outcome outcome = run("start", "--data", temporary.toString(), "--port", "0");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).contains("holds a demonstration");
    }

    @Test
    void asks_a_second_opinion_where_the_rules_cannot_decide() throws Exception {
        Path model = ModelFiles.wordPiece(temporary.resolve("model"));
        Path text = Files.writeString(temporary.resolve("text.txt"), "Le dossier de Zorblax Quintaff est prêt.");
        Outcome alone = run("shield", "detect", "--plain", text.toString());
        assertThat(alone.out()).contains("\"findings\":[]");
        Outcome asked = run("shield", "detect", "--plain", "--second-opinion", model.toString(), text.toString());
        assertThat(asked.code()).isZero();
        assertThat(asked.out()).contains("\"text\":\"Zorblax Quintaff\"").contains("\"rule\":\"second-opinion\"");
        Files.delete(model.resolve("config.json"));
        Outcome broken = run("shield", "detect", "--plain", "--second-opinion", model.toString(), text.toString());
        assertThat(broken.code()).isOne();
        assertThat(broken.err()).contains("The second opinion cannot be used: config.json is missing");
    }

    @Test
    void the_doctor_says_whether_the_second_opinion_works() throws Exception {
        Path model = ModelFiles.wordPiece(temporary.resolve("model"));
        Files.writeString(
                temporary.resolve("vigie.yaml"), "server: {port: 0}\nshield: {secondOpinion: {model: model}}\n");
        assertThat(run("doctor", "--data", temporary.toString()).out())
                .contains("ok  The second opinion's model can be used (" + model + ").");
        Files.writeString(model.resolve("tokenizer.json"), "{");
        assertThat(run("doctor", "--data", temporary.toString()).out())
                .contains("!!  The second opinion does not work: tokenizer.json cannot be read as JSON.");
    }

    @Test
    void does_not_start_on_half_of_an_instance() throws Exception {
        Files.createFile(temporary.resolve(".restoring"));
        Outcome outcome = run("start", "--data", temporary.toString(), "--port", "0");
        assertThat(outcome.code()).isOne();
        assertThat(outcome.err()).contains("was cut short");
    }

    @Test
    void doctor_names_what_is_wrong_and_exits_with_1() throws Exception {
        Files.createDirectories(temporary.resolve("keys"));
        Path key = Files.write(temporary.resolve("keys/master.key"), new byte[32]);
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        Outcome outcome = run("doctor", "--data", temporary.toString());
        assertThat(outcome.code()).isOne();
        assertThat(outcome.out()).contains("!!  " + key + " can be read by others");
    }

    @Test
    void places_data_where_the_xdg_specification_says() {
        assertThat(InstanceOptions.defaultPath(Map.of("HOME", "/home/a"), false))
                .isEqualTo(Path.of("/home/a/.local/share/vigie"));
        assertThat(InstanceOptions.defaultPath(Map.of("HOME", "/home/a", "XDG_DATA_HOME", "/srv"), true))
                .isEqualTo(Path.of("/srv/vigie-demo"));
    }

    private record Outcome(int code, String out, String err) {}

    private static Outcome run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
        ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(outBytes, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(errBytes, true, StandardCharsets.UTF_8));
            int code = Vigie.execute(arguments);
            return new Outcome(
                    code, outBytes.toString(StandardCharsets.UTF_8), errBytes.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
