package org.vigie.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vigie.detection.FindingType;

/** restore(pseudonymise(x)) = x, whatever x is, whatever was found in it, and wherever the stream is cut. */
class RoundTripTest {
    private static final byte[] KEY = "an instance key of 32 characters".getBytes(StandardCharsets.US_ASCII);
    private static final FindingType[] TYPES = {
        FindingType.PERSON, FindingType.EMAIL, FindingType.SECRET, FindingType.PASSPORT_ID, FindingType.ADDRESS
    };
    private static final List<String> ATOMS = List.of(
            "Olive ",
            "Petit",
            "d'",
            "de ",
            "qu’",
            "que ",
            "[",
            "]",
            "[[",
            "]]",
            "\\[",
            "\\",
            "_",
            "-",
            " ",
            "**",
            "`",
            "PERS_",
            "[[PERS_k7f2_q3xw_bz]]",
            "MAIL_abc23d",
            "pers ",
            "p",
            "id_",
            "été",
            "\n",
            "\"",
            "{\"a\":",
            "}",
            "😀",
            "\uD83D",
            "\u0000",
            "e\u0301",
            "1234567890123",
            "0",
            "s",
            "```java\n",
            "# ",
            "| a | b |\n",
            "<b>",
            "&amp;");

    @Test
    void gives_back_the_text() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        PlaceholderScope scope = new PlaceholderScope(KEY, "round trip");
        for (int round = 0; round < 20_000; round++) {
            String text = text(random);
            Issuance issuance = scope.issuance();
            issuance.reserve(text);
            String masked = masked(text, issuance, random);
            assertThat(issuance.restore(masked, Escaping.NONE))
                    .as("seed %d, round %d, masked « %s »", seed, round, masked)
                    .isEqualTo(text);
            StreamRestorer restorer = issuance.restorer(Escaping.NONE);
            StringBuilder streamed = new StringBuilder();
            for (int at = 0; at < masked.length(); ) {
                int end = Math.min(masked.length(), at + random.nextInt(6));
                streamed.append(restorer.accept(masked.substring(at, end)));
                at = end;
            }
            assertThat(streamed.append(restorer.finish()).toString())
                    .as("seed %d, round %d, streamed « %s »", seed, round, masked)
                    .isEqualTo(text);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i >= 0; i--) {
            if (random.nextInt(4) == 0) text.append((char) random.nextInt(0x10000));
            else text.append(ATOMS.get(random.nextInt(ATOMS.size())));
        }
        return text.toString();
    }

    private static String masked(String text, Issuance issuance, Random random) {
        StringBuilder masked = new StringBuilder();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + 1 + random.nextInt(9));
            if (random.nextInt(3) == 0) {
                FindingType type = TYPES[random.nextInt(TYPES.length)];
                masked.append(issuance.placeholderFor(type, text, at, end));
            } else {
                masked.append(text, at, end);
            }
            at = end;
        }
        return masked.toString();
    }
}
