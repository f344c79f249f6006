package org.vigie.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vigie.identity.Caller;
import org.vigie.identity.Right;
import org.vigie.identity.Rights;
import org.vigie.policy.Decisions;
import org.vigie.policy.EffectScope;
import org.vigie.policy.Rule;
import org.vigie.rulebook.Fields;
import org.vigie.rulebook.Importer;
import org.vigie.rulebook.Refused;
import org.vigie.rulebook.Section;
import org.vigie.web.Bundles;

/** The rules of use in the document of the rules, named {@code team:conseil:retention}. */
@Singleton
final class ConductSection implements Section {
    private final Conduct conduct;

    @Inject
    ConductSection(Conduct conduct) {
        this.conduct = conduct;
    }

    @Override
    public String key() {
        return "conduct";
    }

    @Override
    public int rank() {
        return 55;
    }

    @Override
    public Map<String, Map<String, Object>> standing(Caller caller) {
        Map<String, Map<String, Object>> standing = new TreeMap<>();
        if (!Rights.allows(caller.roles(), Right.DECIDE_RULES)) return standing;
        conduct.inForce()
                .forEach(effect -> standing.put(
                        Conduct.source(effect.scope(), effect.rule().kind()).substring(Eyes.CONDUCT.length()),
                        content(effect.rule())));
        return standing;
    }

    private static Map<String, Object> content(Rule rule) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("value", rule.value());
        return content;
    }

    @Override
    public Wish wish(Importer importer, String name, Fields fields) {
        RulesMessages say = Bundles.in(RulesMessages.class, importer.language());
        String value = fields.text("value");
        String[] parts = name.split(":", -1);
        Optional<Rule.Kind> kind = parts.length == 3 ? Conduct.kind(parts[2]) : Optional.empty();
        if (kind.isEmpty()) throw new Refused(Refused.Reason.SAID, say.conductName());
        EffectScope scope =
                scope(parts[0], parts[1]).orElseThrow(() -> new Refused(Refused.Reason.NOTHING_CALLED_SO, parts[1]));
        Rule rule = Conduct.rule(kind.get(), value)
                .filter(_ -> Conduct.fits(kind.get(), scope))
                .orElseThrow(() -> new Refused(Refused.Reason.SAID, say.conductValue()));
        return new Wish(content(rule), () -> {
            if (!Rights.allows(importer.caller(), Right.DECIDE_RULES)) {
                throw new Refused(Refused.Reason.NOT_ALLOWED, "");
            }
            Conduct.Order order = new Conduct.Order(scope, rule, importer.motive());
            return List.of(new Decisions.Step(
                    importer.wants(
                            "conduct.decided",
                            Conduct.source(scope, kind.get()),
                            say.rule(kind.get().code())),
                    true,
                    _ -> List.of(order.draft())));
        });
    }

    /** What the same document makes first, as a mission, may not be there yet. */
    private Optional<EffectScope> scope(String kind, String id) {
        boolean made = (kind.equals("mission") || kind.equals("use_case")) && id.matches("[A-Z0-9][A-Z0-9-]{0,39}");
        if (!made) return conduct.scope(kind, id);
        return Optional.of(kind.equals("mission") ? EffectScope.mission(id) : EffectScope.useCase(id));
    }
}
