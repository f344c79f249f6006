package org.vigie.demo;

import java.util.List;
import java.util.stream.Collectors;

/** The fake model's words, in the language of the message. They are a model's output, not Vigie's interface. */
sealed interface FakePhrases {
    FakePhrases FRENCH = new French();
    FakePhrases ENGLISH = new English();

    /** That this is a demonstration: the first line of every answer. */
    String mark();

    String thanks(int characters);

    /** Every placeholder once, in sentences, so that each is seen restored. */
    String received(Placeholders placeholders);

    String table(Placeholders placeholders);

    String letter(Placeholders placeholders, String subject);

    String nextStep(String subject);

    String toolAnswered(String result);

    /** What a document says. */
    String said(String quoted);

    private static String lines(List<String> placeholders, String before, String after) {
        return placeholders.stream().map(one -> before + one + after).collect(Collectors.joining());
    }

    private static String rows(List<String> placeholders, String kind, String use) {
        return lines(placeholders, "\n| " + kind + " | ", " | " + use + " |");
    }

    /** French typography: a no-break space before double punctuation and inside guillemets. */
    final class French implements FakePhrases {
        @Override
        public String mark() {
            return "> **Modèle de démonstration.** Ce texte est composé par un petit programme, sans intelligence artificielle.";
        }

        @Override
        public String thanks(int characters) {
            return "Merci ! J’ai reçu votre message de " + characters + " caractères.";
        }

        @Override
        public String received(Placeholders placeholders) {
            if (placeholders.all().isEmpty()) {
                return "Aucun élément ne m’est parvenu masqué.";
            }
            return "Voici ce que j’en ferais :\n"
                    + lines(placeholders.of("PERS"), "\n- J’écrirais à ", ".")
                    + lines(placeholders.of("MAIL"), "\n- J’utiliserais l’adresse ", ".")
                    + lines(placeholders.of("PHONE"), "\n- J’appellerais le ", " en cas d’urgence.")
                    + lines(placeholders.of("IBAN"), "\n- Je ferais vérifier le compte ", " par la comptabilité.")
                    + lines(
                            placeholders.except("PERS", "MAIL", "PHONE", "IBAN"),
                            "\n- Je reprendrais la valeur ",
                            " telle quelle.")
                    + "\n\nJe n’ai vu que des substituts : c’est Vigie qui a remis les vraies valeurs dans cette réponse.";
        }

        @Override
        public String table(Placeholders placeholders) {
            return "| Élément | Valeur | Usage |\n| --- | --- | --- |"
                    + rows(placeholders.of("PERS"), "Personne", "destinataire")
                    + rows(placeholders.of("MAIL"), "Adresse", "envoi")
                    + rows(placeholders.of("PHONE"), "Téléphone", "rappel")
                    + rows(placeholders.except("PERS", "MAIL", "PHONE"), "Autre", "à vérifier");
        }

        @Override
        public String letter(Placeholders placeholders, String subject) {
            String name = placeholders.of("PERS").stream()
                    .findFirst()
                    .map(one -> " " + one)
                    .orElse("");
            String address = placeholders.of("MAIL").stream()
                    .findFirst()
                    .map(one -> "**À :** " + one + "  \n")
                    .orElse("");
            return "### Brouillon\n\n" + address + "**Objet :** suite à votre message\n\nBonjour" + name
                    + ",\n\nJe reviens vers vous au sujet de « " + subject
                    + " ». Je vous propose d’en parler cette semaine.\n\nBien cordialement";
        }

        @Override
        public String nextStep(String subject) {
            return "Votre demande commence par « " + subject
                    + " ». Un vrai modèle y répondrait ici.\n\n"
                    + "Essayez un texte avec un nom, une adresse ou un IBAN : vous verrez ce qui part masqué et ce qui revient rétabli.";
        }

        @Override
        public String said(String quoted) {
            return "D’après les documents : « " + quoted + " »";
        }

        @Override
        public String toolAnswered(String result) {
            return "L’outil a répondu : « " + result + " ».";
        }
    }

    final class English implements FakePhrases {
        @Override
        public String mark() {
            return "> **Demonstration model.** This text is composed by a small program, without artificial intelligence.";
        }

        @Override
        public String thanks(int characters) {
            return "Thank you! I received your message of " + characters + " characters.";
        }

        @Override
        public String received(Placeholders placeholders) {
            if (placeholders.all().isEmpty()) {
                return "Nothing reached me masked.";
            }
            return "Here is what I would do with it:\n"
                    + lines(placeholders.of("PERS"), "\n- I would write to ", ".")
                    + lines(placeholders.of("MAIL"), "\n- I would use the address ", ".")
                    + lines(placeholders.of("PHONE"), "\n- I would call ", " if it is urgent.")
                    + lines(placeholders.of("IBAN"), "\n- I would have accounting check the account ", ".")
                    + lines(
                            placeholders.except("PERS", "MAIL", "PHONE", "IBAN"),
                            "\n- I would keep the value ",
                            " as it is.")
                    + "\n\nI only saw placeholders: it is Vigie that put the real values back into this answer.";
        }

        @Override
        public String table(Placeholders placeholders) {
            return "| Item | Value | Use |\n| --- | --- | --- |"
                    + rows(placeholders.of("PERS"), "Person", "recipient")
                    + rows(placeholders.of("MAIL"), "Address", "to send")
                    + rows(placeholders.of("PHONE"), "Phone", "to call back")
                    + rows(placeholders.except("PERS", "MAIL", "PHONE"), "Other", "to be checked");
        }

        @Override
        public String letter(Placeholders placeholders, String subject) {
            String name = placeholders.of("PERS").stream()
                    .findFirst()
                    .map(one -> " " + one)
                    .orElse("");
            String address = placeholders.of("MAIL").stream()
                    .findFirst()
                    .map(one -> "**To:** " + one + "  \n")
                    .orElse("");
            return "### Draft\n\n" + address + "**Subject:** following your message\n\nHello" + name
                    + ",\n\nI am coming back to you about “" + subject
                    + "”. Shall we talk about it this week?\n\nKind regards";
        }

        @Override
        public String nextStep(String subject) {
            return "Your request begins with “" + subject + "”. A real model would answer it here.\n\n"
                    + "Try a text with a name, an address or an IBAN: you will see what leaves masked and what comes back restored.";
        }

        @Override
        public String said(String quoted) {
            return "According to the documents: “" + quoted + "”";
        }

        @Override
        public String toolAnswered(String result) {
            return "The tool answered: “" + result + "”.";
        }
    }
}
