package org.vigie.detection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** Draws tokens and keys of known families, so that none stands in the repository. */
final class DrawnSecrets {
    private DrawnSecrets() {}

    static String draw(DrawnValues values, String family) {
        return switch (family) {
            case "github" -> "ghp_" + values.alphanumerics(36);
            case "github-fine" -> "github_pat_" + values.alphanumerics(22) + "_" + values.alphanumerics(59);
            case "github-app" -> "ghs_" + values.alphanumerics(36);
            case "gitlab" -> "glpat-" + values.alphanumerics(20);
            case "aws" -> "AKIA" + values.letters("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16);
            case "aws-secret" -> values.letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/+", 40);
            case "slack" ->
                "xoxb-" + values.letters("123456789", 12) + "-" + values.letters("123456789", 12) + "-"
                        + values.alphanumerics(24);
            case "google" -> "AIza" + values.alphanumerics(35);
            case "openai" -> "sk-proj-" + values.alphanumerics(30) + "T3BlbkFJ" + values.alphanumerics(30);
            case "anthropic" -> "sk-ant-api03-" + values.alphanumerics(90) + "AA";
            case "huggingface" ->
                "hf_"
                        + values.letters("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 36)
                                .substring(0, 34);
            case "stripe" -> "sk_live_" + values.alphanumerics(24);
            case "stripe-test" -> "sk_test_" + values.alphanumerics(24);
            case "sendgrid" -> "SG." + values.alphanumerics(22) + "." + values.alphanumerics(43);
            case "npm" -> "npm_" + values.alphanumerics(36);
            case "pypi" -> "pypi-AgEIcHlwaS5vcmc" + values.alphanumerics(60);
            case "vault" -> "hvs." + values.alphanumerics(24);
            case "databricks" -> "dapi" + values.hex(32);
            case "digitalocean" -> "dop_v1_" + values.hex(64);
            case "grafana" -> "glsa_" + values.alphanumerics(32) + "_" + values.hex(8);
            case "shopify" -> "shpat_" + values.hex(32);
            case "hex32" -> values.hex(32);
            case "hex40" -> values.hex(40);
            case "hex64" -> values.hex(64);
            case "uuid" -> values.characters("uuid");
            case "alnum20" -> values.alphanumerics(20);
            case "alnum32" -> values.alphanumerics(32);
            case "alnum44" -> values.alphanumerics(44);
            case "base64" -> values.alphanumerics(43) + "=";
            case "jwt" -> jwt(values);
            case "pem" -> pem(values, "PRIVATE KEY", 8);
            case "pem-json" -> pem(values, "PRIVATE KEY", 8).replace("\n", "\\n");
            case "pem-rsa" -> pem(values, "RSA PRIVATE KEY", 12);
            case "pem-openssh" -> pem(values, "OPENSSH PRIVATE KEY", 5);
            default -> throw new IllegalArgumentException("no family " + family);
        };
    }

    private static String jwt(DrawnValues values) {
        String payload = "{\"sub\":\"" + values.hex(8) + "\",\"exp\":17" + values.letters("0123456789", 8) + "}";
        return base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64(payload) + "." + values.alphanumerics(43);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String pem(DrawnValues values, String label, int lines) {
        StringBuilder pem = new StringBuilder("-----BEGIN " + label + "-----\n");
        for (int i = 0; i < lines; i++) pem.append(values.alphanumerics(64)).append('\n');
        return pem.append(values.alphanumerics(31))
                .append("=\n-----END ")
                .append(label.toUpperCase(Locale.ROOT))
                .append("-----")
                .toString();
    }
}
