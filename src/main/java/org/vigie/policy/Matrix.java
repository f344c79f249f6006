package org.vigie.policy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.kernel.DataClass;
import org.vigie.kernel.Wording;

/** Which data class may go to which zone, and how. Immutable and complete: every cell says something. */
public record Matrix(Map<DataClass, Map<Zone, Treatment>> cells) {
    public Matrix {
        Map<DataClass, Map<Zone, Treatment>> complete = new EnumMap<>(DataClass.class);
        for (DataClass dataClass : DataClass.values()) {
            Map<Zone, Treatment> row = new EnumMap<>(Zone.class);
            for (Zone zone : Zone.values()) {
                row.put(zone, cells.getOrDefault(dataClass, Map.of()).getOrDefault(zone, new Treatment.Refuse()));
            }
            complete.put(dataClass, row);
        }
        cells = complete;
    }

    /**
     * What stands before anybody has decided: personal data leaves masked, what is secret stays in Europe. How far a
     * provider's cap reaches inside a zone is in the configuration.
     */
    public static Matrix standard() {
        Treatment allow = new Treatment.Allow();
        Treatment masked = new Treatment.Pseudonymise();
        Treatment refuse = new Treatment.Refuse();
        Map<DataClass, Map<Zone, Treatment>> cells = new EnumMap<>(DataClass.class);
        cells.put(DataClass.C0, row(allow, allow, allow, allow));
        cells.put(DataClass.C1, row(allow, allow, allow, allow));
        cells.put(DataClass.C2, row(allow, allow, masked, masked));
        cells.put(DataClass.C3, row(allow, masked, refuse, refuse));
        return new Matrix(cells);
    }

    private static Map<Zone, Treatment> row(Treatment... byZone) {
        Map<Zone, Treatment> row = new EnumMap<>(Zone.class);
        for (Zone zone : Zone.values()) row.put(zone, byZone[zone.ordinal()]);
        return row;
    }

    /** The one that these effects make; cells that none of them fills are refused. */
    static Matrix of(Stream<PolicyEffect> effects) {
        Map<DataClass, Map<Zone, Treatment>> cells = new EnumMap<>(DataClass.class);
        effects.forEach(effect -> {
            if (effect.rule() instanceof Rule.ZoneRule(DataClass dataClass, Zone zone, Treatment treatment)) {
                cells.computeIfAbsent(dataClass, _ -> new EnumMap<>(Zone.class))
                        .merge(zone, treatment, Matrix::stricter);
            }
        });
        return new Matrix(cells);
    }

    private static Treatment stricter(Treatment one, Treatment other) {
        return one.leniency() <= other.leniency() ? one : other;
    }

    public Treatment at(DataClass dataClass, Zone zone) {
        return cells.getOrDefault(dataClass, Map.of()).getOrDefault(zone, new Treatment.Refuse());
    }

    public Collection<Map.Entry<DataClass, Map<Zone, Treatment>>> rows() {
        return cells.entrySet();
    }

    /** One effect for each cell. */
    public List<PolicyEffect.Draft> effects() {
        return cells.entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .map(cell -> draft(row.getKey(), cell.getKey(), cell.getValue())))
                .toList();
    }

    private static PolicyEffect.Draft draft(DataClass dataClass, Zone zone, Treatment treatment) {
        Rule rule = new Rule.ZoneRule(dataClass, zone, treatment);
        String place = Rule.code(zone);
        Wording reason = switch (treatment) {
            case Treatment.Allow _ ->
                new Wording(
                        "La classe " + dataClass + " peut aller en zone " + place + ".",
                        "Class " + dataClass + " may go to the zone " + place + ".");
            case Treatment.Pseudonymise _ ->
                new Wording(
                        "La classe " + dataClass + " ne va en zone " + place
                                + " qu’une fois masquée, et une partie ne peut pas l’être.",
                        "Class " + dataClass + " goes to the zone " + place
                                + " only once masked, and some of it cannot be.");
            case Treatment.Refuse _ ->
                new Wording(
                        "La classe " + dataClass + " ne va pas en zone " + place + ".",
                        "Class " + dataClass + " does not go to the zone " + place + ".");
            case Treatment.Reroute(String model) ->
                new Wording(
                        "La classe " + dataClass + " va vers « " + model + " » plutôt qu’en zone " + place + ".",
                        "Class " + dataClass + " goes to “" + model + "” instead of the zone " + place + ".");
        };
        return new PolicyEffect.Draft(EffectScope.ORG, rule, reason);
    }
}
