package org.vigie.detection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRecogniserTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "mot de passe : ⟦SECRET Soleil2024!⟧",
                "Nouveau mot de passe : ⟦SECRET Cigale-Rouge-88⟧. Ne pas l'afficher",
                "(mdp ⟦SECRET kR7#vnq2LZ⟧)",
                "le mdp est ⟦SECRET toto123⟧, merci",
                "mdp c'est ⟦SECRET toto123⟧",
                "c'est quoi le mdp du compte ?\n<poste3> ⟦SECRET Croissant2026!⟧\n",
                "mot de passe « ⟦SECRET Soleil⟧ »",
                "**Mot de passe :** ⟦SECRET Soleil2024!⟧",
                "| mot de passe | ⟦SECRET Soleil2024!⟧ |",
                "<tr><td>Mot de passe</td><td>⟦SECRET Soleil2024!⟧</td></tr>",
                "<password>⟦SECRET Azerty2024⟧</password>",
                "login / mot de passe : jdupont / ⟦SECRET Soleil2024!⟧",
                "DB_PASSWORD=⟦SECRET Tr4v3rs!nord_19⟧\n",
                "Server=db;User Id=sa;Password=⟦SECRET P@ss;w0rd!⟧;Encrypt=true",
                "\"dbPassword\": \"⟦SECRET zK81-vgtLo⟧\"",
                "$motDePasse = ConvertTo-SecureString \"⟦SECRET Automne#2025⟧\" -AsPlainText",
                "smtp.pass=⟦SECRET Kx-29-mouette⟧",
                "CREATE ROLE x WITH PASSWORD '⟦SECRET Zebre77⟧'",
                "identifiants : jdupont / ⟦SECRET Soleil2024!⟧",
                "CREATE USER x IDENTIFIED BY '⟦SECRET Zebre77⟧'",
                "curl -u ⟦SECRET import:p0rtail-Zinc⟧ https://exemple.fr",
                "mysql -u root -p⟦SECRET Zebre77⟧",
                "Authorization: Basic ⟦SECRET YWxhZGRpbjpvcGVuc2VzYW1l⟧",
            })
    void finds_clear_passwords(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le mot de passe doit contenir 12 caractères",
                "réinitialiser votre mot de passe",
                "mot de passe oublié",
                "Mot de passe : 12 caractères minimum",
                "Votre mot de passe expire le : 12/12/2024",
                "mot de passe : à changer",
                "mot de passe : obligatoire",
                "Mot de passe : https://exemple.fr/reset",
                "le mot de passe est valable 90 jours",
                "politique de mot de passe : ISO27001",
                "mot de passe Office365",
                "password: string;",
                "password = os.getenv(\"DB_PASSWORD\")",
                "self.password = password",
                "password=<password>",
                "password: \"${DB_PWD}\"",
                "password=********",
                "\"password\": \"changeme\"",
                "<input type=\"password\" name=\"password\" id=\"password\">",
                "password_encryption=scram-sha-256",
                "ça passe : oui",
                "docker run -u 1000:1000 x",
                "basic authentication, bearer token",
            })
    void leaves_sentences_and_placeholders(String marked) {
        assertThat(MarkedText.detected(marked)).isEqualTo(marked);
    }
}
