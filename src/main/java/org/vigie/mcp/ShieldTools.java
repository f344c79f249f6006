package org.vigie.mcp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.vigie.detection.Classification;
import org.vigie.detection.Detector;
import org.vigie.detection.Finding;
import org.vigie.opinion.SecondOpinion;
import org.vigie.pseudonym.Issuance;
import org.vigie.pseudonym.PseudonymisedText;
import org.vigie.pseudonym.Vault;

/** The shield as tools: an agent can ask what a text holds before it hands it to somebody else. Nothing is kept. */
@Singleton
public class ShieldTools {
    private static final int LONGEST = 1_000_000;

    private final Detector detector;
    private final SecondOpinion opinion;

    @Inject
    ShieldTools(Detector detector, SecondOpinion opinion) {
        this.detector = detector;
        this.opinion = opinion;
    }

    @Tool(
            name = "shield_detect",
            description =
                    "Finds personal data, secrets and confidentiality markings in a text, French first. Returns JSON:"
                            + " the class of the text (C0 public to C3 secret) and the findings with start and end in Unicode code"
                            + " points, type, subtype, confidence (0 to 1) and rule.",
            annotations =
                    @Tool.Annotations(
                            title = "Vigie shield: detect",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = true,
                            openWorldHint = false))
    @RunOnVirtualThread
    public String detect(@ToolArg(description = "The text to examine, at most 1,000,000 characters") String text) {
        List<Finding> findings = examine(text);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.put("class", Classification.of(findings).asWritten().name());
        ArrayNode found = answer.putArray("findings");
        int chars = 0;
        int points = 0;
        for (Finding finding : findings) {
            points += text.codePointCount(chars, finding.start());
            int length = text.codePointCount(finding.start(), finding.end());
            found.addObject()
                    .put("start", points)
                    .put("end", points + length)
                    .put("type", finding.type().name())
                    .put("subtype", finding.subtype())
                    .put("confidence", finding.confidence())
                    .put("rule", finding.rule());
            points += length;
            chars = finding.end();
        }
        return answer.toString();
    }

    @Tool(
            name = "shield_pseudonymise",
            description =
                    "Replaces every finding in a text by a placeholder such as [[PERS_F_k7f2q]]. The placeholders of"
                            + " one call mean nothing outside of it, and nothing is kept: there is no way back.",
            annotations =
                    @Tool.Annotations(
                            title = "Vigie shield: pseudonymise",
                            readOnlyHint = true,
                            destructiveHint = false,
                            idempotentHint = false,
                            openWorldHint = false))
    @RunOnVirtualThread
    public String pseudonymise(
            @ToolArg(description = "The text to pseudonymise, at most 1,000,000 characters") String text) {
        List<Finding> findings = examine(text);
        Issuance issuance = Vault.fresh().issuance();
        issuance.reserve(text);
        return PseudonymisedText.of(text, findings, issuance);
    }

    private List<Finding> examine(String text) {
        if (text.length() > LONGEST) {
            throw new ToolCallException("The text has " + text.length() + " characters; " + LONGEST + " at most.");
        }
        return opinion.consultation().complete(detector.examine(text));
    }
}
