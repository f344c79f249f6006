package org.vigie.rules;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.kernel.DataClass;
import org.vigie.policy.Matrix;
import org.vigie.policy.Rule;
import org.vigie.policy.Treatment;

/** The matrix as a table and as a form. */
public record MatrixView(List<Row> rows) {
    public record Row(String dataClass, List<Cell> cells) {}

    /**
     * @param field the name of its input: {@code C2-outside-eu}
     * @param kind {@code allow}, {@code pseudonymise}, {@code refuse} or {@code reroute}
     * @param code what the form sends
     */
    public record Cell(String zone, String field, String kind, String model, String code) {}

    static MatrixView of(Matrix matrix) {
        List<Row> rows = new ArrayList<>();
        for (DataClass dataClass : DataClass.values()) {
            List<Cell> cells = new ArrayList<>();
            for (Zone zone : Zone.values()) cells.add(cell(dataClass, zone, matrix.at(dataClass, zone)));
            rows.add(new Row(dataClass.name(), cells));
        }
        return new MatrixView(rows);
    }

    private static Cell cell(DataClass dataClass, Zone zone, Treatment treatment) {
        String model = treatment instanceof Treatment.Reroute(String instead) ? instead : "";
        String code = treatment.code();
        String kind = model.isEmpty() ? code : "reroute";
        return new Cell(Rule.code(zone), field(dataClass, zone), kind, model, code);
    }

    /**
     * Reads a posted form.
     *
     * @throws IllegalArgumentException when a cell is missing or says what no cell can
     */
    static Matrix read(Function<String, @Nullable String> form, List<String> models) {
        Map<DataClass, Map<Zone, Treatment>> cells = new EnumMap<>(DataClass.class);
        for (DataClass dataClass : DataClass.values()) {
            Map<Zone, Treatment> row = new EnumMap<>(Zone.class);
            for (Zone zone : Zone.values()) {
                String said = form.apply(field(dataClass, zone));
                if (said == null) throw new IllegalArgumentException("a cell is missing");
                Treatment treatment = Treatment.of(said);
                if (treatment instanceof Treatment.Reroute(String model) && !models.contains(model)) {
                    throw new IllegalArgumentException("no such model");
                }
                row.put(zone, treatment);
            }
            cells.put(dataClass, row);
        }
        return new Matrix(cells);
    }

    /**
     * Reads what a program sends: every cell, and no row or zone besides.
     *
     * @throws IllegalArgumentException as the other
     */
    static Matrix read(Map<String, Map<String, String>> rows, List<String> models) {
        Map<String, String> cells = new HashMap<>();
        rows.forEach((row, zones) -> zones.forEach((zone, said) -> cells.put(row + "-" + zone, said)));
        Matrix read = read(cells::get, models);
        if (cells.size() != DataClass.values().length * Zone.values().length) {
            throw new IllegalArgumentException("a cell too many");
        }
        return read;
    }

    private static String field(DataClass dataClass, Zone zone) {
        return dataClass + "-" + Rule.code(zone);
    }

    public List<String> zones() {
        return List.of(Zone.values()).stream().map(Rule::code).toList();
    }
}
