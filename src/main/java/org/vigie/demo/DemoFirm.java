package org.vigie.demo;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * « Fablier Conseil &amp; Ingénierie », the fictitious firm of the demonstration: sixty people in eight teams, a client and a subcontractor among them. Any
 * likeness is by chance; the domain is reserved by RFC 2606 §2 and reaches nobody.
 */
final class DemoFirm {
    private static final String DOMAIN = "fablier.example";

    private DemoFirm() {}

    record DemoTeam(String code, String name) {}

    /** @param roles codes of the contract */
    record DemoPerson(String name, String email, String team, List<String> roles) {}

    static List<DemoTeam> teams() {
        return List.of(
                new DemoTeam("direction", "Direction"),
                new DemoTeam("conseil", "Conseil et transformation"),
                new DemoTeam("ingenierie", "Ingénierie industrielle"),
                new DemoTeam("numerique", "Numérique et données"),
                new DemoTeam("energie", "Énergie et environnement"),
                new DemoTeam("commerce", "Développement commercial"),
                new DemoTeam("support", "Fonctions support"),
                new DemoTeam("si", "Systèmes d’information"));
    }

    /** Who administers; the first of {@link #people}. */
    static DemoPerson administrator() {
        return people().getFirst();
    }

    /** Whose API key it is: a developer without any other role than an employee's. */
    static DemoPerson developer() {
        return people().stream()
                .filter(person -> person.name().equals("Mehdi Belkacem"))
                .findFirst()
                .orElseThrow();
    }

    static List<DemoPerson> people() {
        return PEOPLE.lines().map(DemoFirm::person).toList();
    }

    private static DemoPerson person(String line) {
        String[] fields = line.split(";");
        String email = fields[0].equals("Capucine Delorme") ? "c.delorme@aciernova.example" : address(fields[0]);
        List<String> roles = fields.length < 3 ? List.of("employee") : List.of(fields[2].split(" "));
        return new DemoPerson(fields[0], email, fields[1], roles);
    }

    /** {@code Anne-Laure Le Goff} to {@code anne-laure.legoff@…}. */
    private static String address(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
        int space = plain.indexOf(' ');
        return Stream.of(plain.substring(0, space), plain.substring(space + 1).replaceAll("[ ’']", ""))
                .reduce((first, last) -> first + "." + last)
                .orElseThrow()
                .concat("@" + DOMAIN);
    }

    /** Name; team; roles, where they are not an employee's alone. */
    private static final String PEOPLE = """
            Solenn Quéméneur;si;admin employee
            Hélène Vasseur-Diop;direction;committee employee
            Thierry Amiel;direction;committee mission_lead employee
            Nadia Benhaddou;direction;cio committee employee
            Gaspard Lemoine;si;ciso committee employee
            Ingrid Sorensen-Roche;support;dpo committee employee
            Olivier Tran Van;support;legal committee employee
            Fatoumata Cissé;support;hr committee employee
            Bertrand Escoffier;support;procurement employee
            Aïcha Mansouri;support;auditor employee
            Yannick Kerdoncuff;ingenierie;staff_rep employee
            Sylvie Hoarau;energie;staff_rep employee
            Clémence Arnoux;numerique;owner employee
            Rachid Tazi;numerique;validator employee
            Paul-Henri de Bressieux;conseil;mission_lead employee
            Mariam Traoré;conseil;mission_lead employee
            Étienne Fabre;ingenierie;mission_lead employee
            Leïla Chérif;energie;mission_lead employee
            Jérôme Pham;numerique;mission_lead owner employee
            Dragan Petrović;ingenierie;subcontractor
            Capucine Delorme;conseil;client
            Mehdi Belkacem;numerique
            Anouk Dauphin;conseil
            Baptiste Guérin;conseil
            Chloé N’Guessan;conseil
            Damien Rousselot;conseil
            Eléa Mbemba;conseil
            Florent Casanova;conseil
            Gwenaëlle Tanguy;conseil
            Hugo Ferreira;conseil
            Inès Rahmani;conseil
            Joséphine Barthélemy;conseil
            Karim Ouedraogo;ingenierie
            Lucie Schneider;ingenierie
            Maxime Delacourt;ingenierie
            Noémie Lacaze;ingenierie
            Oscar Nowak;ingenierie
            Perrine Cadiou;ingenierie
            Quentin Hervieu;ingenierie
            Rania Khelifi;ingenierie
            Samuel Azoulay;ingenierie
            Tiphaine Le Goff;ingenierie
            Ulysse Marchetti;numerique
            Valentine Okafor;numerique
            Wassim Haddad;numerique
            Xavier Pelletan;numerique
            Yuna Sato-Girard;numerique
            Zoé Kowalczyk;numerique
            Adrien Monteiro;energie
            Blandine Chauvet;energie
            Cédric Payet;energie
            Dalila Amrani;energie
            Édouard Vigneron;energie
            Flora Andriamanana;energie
            Guillaume Stéphan;commerce
            Héloïse Bonnefoy;commerce
            Ibrahim Sow;commerce
            Juliette Carpentras;commerce
            Kévin Ladurie;support
            Maëlys Fontanel;support
            """;
}
