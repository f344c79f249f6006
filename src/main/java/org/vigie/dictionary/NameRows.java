package org.vigie.dictionary;

import java.io.IOException;
import java.io.Reader;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vigie.detection.StaffName;
import org.vigie.dictionary.NamesRead.Refusal;
import org.vigie.dictionary.NamesRead.Why;

/**
 * Reads what INSEE publishes (« sexe;preusuel;annais;nombre », « NOM, _1891_1900, …, _1991_2000 ») and a staff directory
 * (nom, prénom, e-mail), whatever the order, the case and the accents of the headings. Of a person the name alone is
 * kept: an e-mail address tells it where no column does.
 */
final class NameRows {
    private static final int MOST_LINES = 3_000_000;
    private static final int MOST_NAMES = 1_000_000;
    private static final int LONGEST_NAME = 100;
    private static final int FEWEST_TO_JUDGE = 4;
    /** Far beyond the population of the earth, with its spaces. */
    private static final int LONGEST_COUNT = 15;

    private static final Set<String> COUNTS =
            Set.of("nombre", "valeur", "effectif", "effectifs", "total", "nb", "count", "naissances");
    private static final Set<String> GIVEN =
            Set.of("prenom", "prenoms", "prenom usuel", "first name", "firstname", "given name", "givenname");
    private static final Set<String> FAMILY = Set.of(
            "nom", "noms", "nom de famille", "nom usuel", "last name", "lastname", "surname", "family name", "sn");
    private static final Set<String> EMAIL = Set.of(
            "email", "mail", "courriel", "adresse email", "adresse mail", "adresse electronique", "email address");
    private static final Set<String> WHOLE =
            Set.of("nom complet", "nom et prenom", "prenom nom", "nom prenom", "display name", "displayname", "name");
    /** What INSEE calls the sum of those that it does not name. */
    private static final Set<String> REST = Set.of("_PRENOMS_RARES", "AUTRES NOMS");

    private final CsvRows rows;
    private final List<Refusal> refused = new ArrayList<>();
    private int lines;
    private int refusals;

    private NameRows(CsvRows rows) {
        this.rows = rows;
    }

    static NamesRead read(NameKind kind, Reader text) throws IOException, NameFileException {
        NameRows names = new NameRows(new CsvRows(text));
        Optional<List<String>> headings = names.rows.next();
        if (headings.isEmpty()) throw new NameFileException(NameFault.EMPTY, 0);
        List<String> folded = headings.get().stream().map(NameRows::folded).toList();
        List<String> content = kind == NameKind.STAFF ? names.staff(folded) : names.counted(kind, folded);
        boolean mostly = names.refusals > FEWEST_TO_JUDGE && names.refusals > names.lines / 2;
        if (mostly || content.isEmpty() && names.refusals > 0) {
            throw new NameFileException(
                    NameFault.MOSTLY_REFUSED, names.refused.getFirst().line());
        }
        if (content.isEmpty()) throw new NameFileException(NameFault.EMPTY, 0);
        return new NamesRead(content, names.lines, names.refusals, List.copyOf(names.refused));
    }

    private List<String> counted(NameKind kind, List<String> headings) throws IOException, NameFileException {
        int name = column(headings, kind.headings());
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < headings.size(); i++) if (isCount(headings.get(i))) counts.add(i);
        NameKind other = kind == NameKind.SURNAMES ? NameKind.FIRST_NAMES : NameKind.SURNAMES;
        if (name < 0 && column(headings, other.headings()) >= 0) {
            throw new NameFileException(NameFault.OTHER_KIND, rows.line());
        }
        if (name < 0 || counts.isEmpty()) throw new NameFileException(NameFault.COLUMNS, rows.line());
        Map<String, Long> sums = new LinkedHashMap<>();
        for (Optional<List<String>> row = next(); row.isPresent(); row = next()) {
            String found = cell(row.get(), name);
            if (REST.contains(found)) continue;
            long count = count(row.get(), counts);
            if (!isName(found)) refuse(Why.NAME);
            else if (count < 0) refuse(Why.COUNT);
            else if (count > 0) sums.merge(found.toUpperCase(Locale.ROOT), count, Long::sum);
            if (sums.size() > MOST_NAMES) throw new NameFileException(NameFault.TOO_LARGE, rows.line());
        }
        return sums.entrySet().stream()
                .map(one -> one.getKey() + '\t' + one.getValue())
                .toList();
    }

    private List<String> staff(List<String> headings) throws IOException, NameFileException {
        int given = column(headings, GIVEN);
        int family = column(headings, FAMILY);
        int whole = column(headings, WHOLE);
        int email = column(headings, EMAIL);
        if (family < 0 && whole < 0 && email < 0) throw new NameFileException(NameFault.COLUMNS, rows.line());
        Set<String> people = new LinkedHashSet<>();
        for (Optional<List<String>> row = next(); row.isPresent(); row = next()) {
            StaffName name = new StaffName(cell(row.get(), given), cell(row.get(), family));
            if (name.family().isEmpty() && !cell(row.get(), whole).isEmpty()) {
                name = ofWhole(cell(row.get(), whole));
            }
            if (name.family().isEmpty()) name = ofEmail(cell(row.get(), email), name);
            if (isName(name.family()) && (name.given().isEmpty() || isName(name.given()))) {
                people.add(oneLine(name.given()) + '\t' + oneLine(name.family()));
            } else {
                refuse(Why.NAME);
            }
            if (people.size() > MOST_NAMES) throw new NameFileException(NameFault.TOO_LARGE, rows.line());
        }
        return List.copyOf(people);
    }

    /** « Durand, Alice », and what {@link StaffName#of} reads. */
    private static StaffName ofWhole(String name) {
        int comma = name.indexOf(',');
        return comma < 0 ? StaffName.of(name) : new StaffName(name.substring(comma + 1), name.substring(0, comma));
    }

    /** « alice.durand@… » is Alice Durand; « contact@… » and « adurand@… » are nobody that we can tell. */
    private static StaffName ofEmail(String address, StaffName otherwise) {
        int at = address.indexOf('@');
        int point = address.indexOf('.');
        if (at < 0 || point <= 0 || point > at || address.lastIndexOf('.', at) != point) return otherwise;
        return new StaffName(address.substring(0, point), address.substring(point + 1, at));
    }

    private Optional<List<String>> next() throws IOException, NameFileException {
        Optional<List<String>> row = rows.next();
        if (row.isPresent() && ++lines > MOST_LINES) throw new NameFileException(NameFault.TOO_LARGE, rows.line());
        return row;
    }

    private void refuse(Why why) {
        refusals++;
        if (refused.size() < NamesRead.TOLD) refused.add(new Refusal(rows.line(), why));
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NAME
                && text.chars().anyMatch(Character::isLetter)
                && text.chars().noneMatch(c -> Character.isDigit(c) || c == '@');
    }

    /** The sum of the columns; negative where one holds no number. */
    private static long count(List<String> row, List<Integer> columns) {
        long sum = 0;
        boolean any = false;
        for (int column : columns) {
            String cell = cell(row, column);
            if (cell.isEmpty()) continue;
            if (cell.length() > LONGEST_COUNT) return -1;
            long count = 0;
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                if (c >= '0' && c <= '9') count = 10 * count + c - '0';
                else if (!Character.isSpaceChar(c)) return -1;
            }
            sum += count;
            any = true;
        }
        return any ? sum : -1;
    }

    private static boolean isCount(String heading) {
        return COUNTS.contains(heading) || heading.startsWith("naissances ") || heading.matches("\\d{4} \\d{4}");
    }

    private static int column(List<String> headings, Collection<String> names) {
        for (int i = 0; i < headings.size(); i++) if (names.contains(headings.get(i))) return i;
        return -1;
    }

    private static String cell(List<String> row, int column) {
        return column < 0 || column >= row.size() ? "" : row.get(column);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /** Small letters without accents, other signs as one space: « _1891_1900 » is « 1891 1900 ». */
    private static String folded(String heading) {
        String plain = Normalizer.normalize(heading, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.toLowerCase(Locale.ROOT)
                .replace("e-mail", "email")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
