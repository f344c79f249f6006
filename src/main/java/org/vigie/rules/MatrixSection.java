package org.vigie.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.kernel.DataClass;
import org.vigie.policy.Decisions;
import org.vigie.policy.Matrix;
import org.vigie.policy.Policy;
import org.vigie.policy.Rule;
import org.vigie.rulebook.Fields;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;
import org.vigie.rulebook.Section;
import org.vigie.web.Bundles;

/** The matrix in the document of the rules. */
@Singleton
final class MatrixSection implements Section {
    private final Policy policy;
    private final MatrixChange change;

    @Inject
    MatrixSection(Policy policy, MatrixChange change) {
        this.policy = policy;
        this.change = change;
    }

    @Override
    public String key() {
        return "matrix";
    }

    @Override
    public int rank() {
        return 10;
    }

    @Override
    public boolean isSingle() {
        return true;
    }

    @Override
    public Map<String, Map<String, Object>> standing(Caller caller) {
        return Map.of(key(), content(policy.matrix()));
    }

    private static Map<String, Object> content(Matrix matrix) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (MatrixView.Row row : MatrixView.of(matrix).rows()) {
            Map<String, Object> cells = new LinkedHashMap<>();
            row.cells().forEach(cell -> cells.put(cell.zone(), cell.code()));
            content.put(row.dataClass(), cells);
        }
        return content;
    }

    @Override
    public Wish wish(Importer importer, String name, Fields fields) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (DataClass dataClass : DataClass.values()) {
            Fields row = fields.table(dataClass.name());
            Map<String, String> cells = new LinkedHashMap<>();
            for (Zone zone : Zone.values()) cells.put(Rule.code(zone), row.text(Rule.code(zone)));
            rows.put(dataClass.name(), cells);
        }
        RulesMessages say = Bundles.in(RulesMessages.class, importer.language());
        Matrix wanted;
        try {
            wanted = MatrixView.read(rows, change.models());
        } catch (IllegalArgumentException unreadable) {
            throw new Refused(Refused.Reason.SAID, MatrixFault.UNREADABLE.in(say));
        }
        return new Wish(content(wanted), () -> {
            if (!Rights.allows(importer.caller(), Right.DECIDE_RULES)) {
                throw new Refused(Refused.Reason.NOT_ALLOWED, "");
            }
            return List.of(new Decisions.Step(
                    importer.wants("matrix.decided", "matrix", say.matrix()), true, _ -> wanted.effects()));
        });
    }
}
