package org.vigie.detection;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** The recognisers, by what wakes them. A new one is named here, and nowhere else. */
final class Recognisers {
    /** In this order: where two families could take the same digits, the one with the stricter check comes first. */
    static final NumberRecogniser[] NUMBERS = {
        new NirRecogniser(),
        new BankRecogniser(),
        new IdentityRecogniser(),
        new TaxRecogniser(),
        new HealthcareNumberRecogniser(),
        new CompanyRecogniser(),
        new CardRecogniser(),
        new VatRecogniser(),
        new PhoneRecogniser()
    };

    static final DigitRecogniser[] DIGITS = {
        new IpRecogniser(),
        new PostcodeRecogniser(),
        new AmountRecogniser(),
        new GpsRecogniser(),
        new PlateRecogniser(),
        new IdentityRecogniser(),
        new PhoneRecogniser(),
        new BankRecogniser.Cells()
    };

    static final CodeRecogniser[] CODES = {
        new BankRecogniser(),
        new VatRecogniser(),
        new PlateRecogniser(),
        new IdentityRecogniser(),
        new CredentialRecogniser.Option(),
        new PhoneRecogniser()
    };

    private static final SpelledEmailRecogniser SPELLED_EMAIL = new SpelledEmailRecogniser();

    private static final UrlRecogniser URLS = new UrlRecogniser();

    static final WordTriggers TRIGGERS = new WordTriggers(List.of(
            SPELLED_EMAIL,
            URLS,
            new RibFieldsRecogniser(),
            new SpokenPhoneRecogniser(),
            new StreetRecogniser(),
            new BirthDateRecogniser(),
            new MarkingRecogniser(),
            new PasswordRecogniser(),
            new AccessCodeRecogniser(),
            new CredentialRecogniser(),
            new LabelledCodeRecogniser(),
            new SpecialCategoryRecogniser(),
            new SpecialFieldRecogniser(),
            new MembershipRecogniser(),
            new ClientRecogniser(),
            new AgeRecogniser()));

    static final SignRecogniser[][] SIGNS = bySign(List.of(
            sign("@", EmailRecogniser::around),
            SPELLED_EMAIL,
            sign("+", (text, at) -> InternationalPhone.plus(text, at)),
            sign("-", SecretRecogniser::pem),
            sign("~", SecretRecogniser::tilde),
            sign(":", SecretRecogniser::telegram),
            new MrzRecogniser(),
            URLS,
            new AssignmentRecogniser(),
            new HexRecogniser()));

    private Recognisers() {}

    private static SignRecogniser[][] bySign(List<SignRecogniser> recognisers) {
        SignRecogniser[][] bySign = new SignRecogniser[128][];
        for (char c = 0; c < bySign.length; c++) {
            char sign = c;
            bySign[c] = recognisers.stream()
                    .filter(recogniser -> recogniser.signs().indexOf(sign) >= 0)
                    .toArray(SignRecogniser[]::new);
        }
        return bySign;
    }

    private static SignRecogniser sign(String signs, BiFunction<String, Integer, Optional<Finding>> find) {
        return new SignRecogniser() {
            @Override
            public String signs() {
                return signs;
            }

            @Override
            public void at(String text, int at, Findings findings) {
                find.apply(text, at).ifPresent(findings::add);
            }
        };
    }
}
