package org.vigie.opinion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.detection.FindingType;

/**
 * What each number that a model gives stands for: {@code id2label} of {@code config.json}. Places, firms and dates are no
 * findings of the shield, so that {@code LOC}, {@code ORG} and the like count as nothing.
 *
 * @param types of each label, in order; empty where it is none of ours
 * @param longest how many pieces the model takes
 */
record Labels(List<Optional<FindingType>> types, int longest) {
    private static final int MOST_LABELS = 1_000;
    private static final int MOST_PIECES = 512;
    private static final int FEWEST_PIECES = 16;
    private static final long LARGEST = 4 << 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    static Labels read(Path file) throws OpinionException {
        JsonNode config;
        try {
            if (Files.size(file) > LARGEST) throw fault("is too large");
            config = JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw fault("cannot be read as JSON");
        }
        JsonNode labels = config.path("id2label");
        if (labels.isEmpty() || labels.size() > MOST_LABELS) throw fault("has no id2label");
        List<Optional<FindingType>> types = new ArrayList<>(Collections.nCopies(labels.size(), Optional.empty()));
        for (int id = 0; id < types.size(); id++) {
            JsonNode label = labels.path(Integer.toString(id));
            if (!label.isTextual()) throw fault("has an id2label whose numbers do not count from 0");
            types.set(id, type(label.asText()));
        }
        if (types.stream().noneMatch(Optional::isPresent)) {
            throw fault("has no label for persons or other personal data that the shield knows");
        }
        int longest = config.path("max_position_embeddings").asInt(MOST_PIECES);
        return new Labels(List.copyOf(types), Math.clamp(longest, FEWEST_PIECES, MOST_PIECES));
    }

    /** {@code B-PER}, {@code I-PER} and {@code PER} are one. */
    static Optional<FindingType> type(String label) {
        String name =
                label.toUpperCase(Locale.ROOT).replaceAll("^[BIELSU][-_]", "").replaceAll("[^A-Z]", "");
        return switch (name) {
            case "PER",
                    "PERS",
                    "PERSON",
                    "PERSONNE",
                    "NAME",
                    "FULLNAME",
                    "FIRSTNAME",
                    "LASTNAME",
                    "GIVENNAME",
                    "SURNAME" -> Optional.of(FindingType.PERSON);
            case "ADDRESS", "STREET", "STREETADDRESS", "ADRESSE" -> Optional.of(FindingType.ADDRESS);
            case "DATEOFBIRTH", "BIRTHDATE", "DOB" -> Optional.of(FindingType.DATE_OF_BIRTH);
            case "EMAIL", "EMAILADDRESS" -> Optional.of(FindingType.EMAIL);
            case "PHONE", "PHONENUMBER", "TELEPHONE", "TEL" -> Optional.of(FindingType.PHONE);
            default -> Optional.empty();
        };
    }

    private static OpinionException fault(String fault) {
        return OpinionException.model("config.json " + fault);
    }
}
