package org.vigie.policy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.configuration.VigieConfiguration.Zone;
import org.vigie.identity.Role;
import org.vigie.kernel.DataClass;

/**
 * What an effect demands: its kind and its value. Deny wins over allow; of several the lowest class, the smallest amount
 * and the strictest set of regions count. An {@code Allow…} makes a list of the scope that it stands in: what is not on
 * it is denied there.
 */
public sealed interface Rule {
    /** The kinds, as they are stored: {@code max_data_class}. */
    enum Kind {
        ALLOW_MODEL,
        DENY_MODEL,
        ALLOW_PROVIDER,
        DENY_PROVIDER,
        MAX_DATA_CLASS,
        MAX_WRITTEN_CLASS,
        AUDIENCE_CAP,
        REQUIRE_PSEUDONYMISATION,
        ALLOWED_REGIONS,
        ZONE_RULE,
        SUSPEND,
        REQUIRE_SIGNATURE,
        SIGNED,
        MEMBER_OF,
        USER_OF,
        BUDGET,
        RATE_LIMIT,
        BANNER,
        ALLOW_TOOLS,
        MAX_TESTERS,
        LOG_LEVEL,
        RETENTION,
        REQUIRE_HUMAN_VALIDATION;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        /** Where an effect of this kind is looked for; anywhere else it would be decided and never enforced. */
        public Set<EffectScope.Kind> scopes() {
            return switch (this) {
                case ALLOW_MODEL,
                        DENY_MODEL,
                        ALLOW_PROVIDER,
                        DENY_PROVIDER,
                        REQUIRE_PSEUDONYMISATION,
                        ALLOWED_REGIONS,
                        REQUIRE_SIGNATURE,
                        BUDGET,
                        RATE_LIMIT,
                        ALLOW_TOOLS,
                        LOG_LEVEL,
                        RETENTION,
                        REQUIRE_HUMAN_VALIDATION -> Scopes.ASKING;
                case MAX_DATA_CLASS, MAX_WRITTEN_CLASS, SUSPEND -> Scopes.ALL;
                case BANNER -> Scopes.PEOPLE;
                case AUDIENCE_CAP, ZONE_RULE -> Scopes.ORG;
                case SIGNED, MEMBER_OF, USER_OF -> Scopes.PERSON;
                case MAX_TESTERS -> Scopes.USE_CASE;
            };
        }

        private static final class Scopes {
            private static final Set<EffectScope.Kind> ALL = Set.of(EffectScope.Kind.values());
            private static final Set<EffectScope.Kind> ASKING = Set.of(
                    EffectScope.Kind.ORG,
                    EffectScope.Kind.TEAM,
                    EffectScope.Kind.PERSON,
                    EffectScope.Kind.USE_CASE,
                    EffectScope.Kind.MISSION);
            private static final Set<EffectScope.Kind> PEOPLE =
                    Set.of(EffectScope.Kind.ORG, EffectScope.Kind.TEAM, EffectScope.Kind.PERSON);
            private static final Set<EffectScope.Kind> ORG = Set.of(EffectScope.Kind.ORG);
            private static final Set<EffectScope.Kind> PERSON = Set.of(EffectScope.Kind.PERSON);
            private static final Set<EffectScope.Kind> USE_CASE = Set.of(EffectScope.Kind.USE_CASE);
        }
    }

    default Kind kind() {
        return switch (this) {
            case AllowModel _ -> Kind.ALLOW_MODEL;
            case DenyModel _ -> Kind.DENY_MODEL;
            case AllowProvider _ -> Kind.ALLOW_PROVIDER;
            case DenyProvider _ -> Kind.DENY_PROVIDER;
            case MaxDataClass _ -> Kind.MAX_DATA_CLASS;
            case MaxWrittenClass _ -> Kind.MAX_WRITTEN_CLASS;
            case AudienceCap _ -> Kind.AUDIENCE_CAP;
            case RequirePseudonymisation _ -> Kind.REQUIRE_PSEUDONYMISATION;
            case AllowedRegions _ -> Kind.ALLOWED_REGIONS;
            case ZoneRule _ -> Kind.ZONE_RULE;
            case Suspend _ -> Kind.SUSPEND;
            case RequireSignature _ -> Kind.REQUIRE_SIGNATURE;
            case Signed _ -> Kind.SIGNED;
            case MemberOf _ -> Kind.MEMBER_OF;
            case UserOf _ -> Kind.USER_OF;
            case Budget _ -> Kind.BUDGET;
            case RateLimit _ -> Kind.RATE_LIMIT;
            case Banner _ -> Kind.BANNER;
            case AllowTools _ -> Kind.ALLOW_TOOLS;
            case MaxTesters _ -> Kind.MAX_TESTERS;
            case LogLevel _ -> Kind.LOG_LEVEL;
            case Retention _ -> Kind.RETENTION;
            case RequireHumanValidation _ -> Kind.REQUIRE_HUMAN_VALIDATION;
        };
    }

    /** As it is stored and written in files; {@link #of} reads it back. */
    default String value() {
        return "";
    }

    /** By what the rules of one kind are looked up; one rule may stand under several keys. */
    default List<String> keys() {
        return List.of("");
    }

    /** Among rules of one kind and key, the smallest counts. */
    default long leniency() {
        return 0;
    }

    /** A rule that is about one named thing, and is looked up by its name. */
    sealed interface Named extends Rule {
        String name();

        @Override
        default String value() {
            return name();
        }

        @Override
        default List<String> keys() {
            return List.of(name());
        }
    }

    /** @param name a route's, or a target's: {@code interne/fake-small} */
    record AllowModel(String name) implements Named {}

    /** @param name a route's, or a target's */
    record DenyModel(String name) implements Named {}

    /** @param name the provider's id */
    record AllowProvider(String name) implements Named {}

    /** @param name the provider's id */
    record DenyProvider(String name) implements Named {}

    /** Of a person: they have signed a text that {@link RequireSignature} asks for. */
    record Signed(String name) implements Named {}

    /** Of a person: this mission's content may pass through their hands. @param name the mission's code */
    record MemberOf(String name) implements Named {}

    /** Of a person: this use case may be theirs. @param name its code */
    record UserOf(String name) implements Named {}

    /** The highest class that may leave, once masked. */
    record MaxDataClass(DataClass most) implements Rule {
        @Override
        public String value() {
            return most.name();
        }

        @Override
        public long leniency() {
            return most.ordinal();
        }
    }

    /** The highest class of a content as it is written, whatever masking makes of it. */
    record MaxWrittenClass(DataClass most) implements Rule {
        @Override
        public String value() {
            return most.name();
        }

        @Override
        public long leniency() {
            return most.ordinal();
        }
    }

    /** The highest class for whoever has this role and none that is wider. */
    record AudienceCap(Role audience, DataClass most) implements Rule {
        @Override
        public String value() {
            return audience.code() + " " + most;
        }

        @Override
        public List<String> keys() {
            return List.of(audience.code());
        }

        @Override
        public long leniency() {
            return most.ordinal();
        }
    }

    /** Nothing above C1 leaves, not even where its class is allowed: what cannot be masked stays. */
    record RequirePseudonymisation() implements Rule {}

    /** Looked up by each zone that is not among them. */
    record AllowedRegions(Set<Zone> zones) implements Rule {
        public AllowedRegions {
            zones = Set.copyOf(zones);
        }

        @Override
        public String value() {
            return zones.stream().sorted().map(Rule::code).collect(Collectors.joining(" "));
        }

        @Override
        public List<String> keys() {
            return Stream.of(Zone.values())
                    .filter(zone -> !zones.contains(zone))
                    .map(Rule::code)
                    .toList();
        }
    }

    /** One cell of the matrix of data classes and zones. */
    record ZoneRule(DataClass dataClass, Zone zone, Treatment treatment) implements Rule {
        @Override
        public String value() {
            return key(dataClass, zone) + " " + treatment.code();
        }

        @Override
        public List<String> keys() {
            return List.of(key(dataClass, zone));
        }

        @Override
        public long leniency() {
            return treatment.leniency();
        }

        static String key(DataClass dataClass, Zone zone) {
            return Codes.CELLS[dataClass.ordinal()][zone.ordinal()];
        }
    }

    /** What it stands on does not answer at all. */
    record Suspend() implements Rule {}

    /**
     * Whoever has not {@link Signed} this reaches only so much.
     *
     * @param text code and version of what is to be signed: {@code CHARTE-IAG-2}
     */
    record RequireSignature(String text, DataClass most, Set<Zone> zones) implements Rule {
        public RequireSignature {
            zones = Set.copyOf(zones);
        }

        @Override
        public String value() {
            return text + " " + most + " " + new AllowedRegions(zones).value();
        }
    }

    /** @param microEuros at most, in each period of Paris */
    record Budget(Period period, long microEuros) implements Rule {
        /** How often a budget renews. */
        public enum Period {
            DAY,
            MONTH
        }

        @Override
        public String value() {
            return period.name().toLowerCase(Locale.ROOT) + " " + microEuros;
        }

        @Override
        public List<String> keys() {
            return List.of(period.name());
        }

        @Override
        public long leniency() {
            return microEuros;
        }
    }

    record RateLimit(int requestsPerMinute) implements Rule {
        @Override
        public String value() {
            return Integer.toString(requestsPerMinute);
        }

        @Override
        public long leniency() {
            return requestsPerMinute;
        }
    }

    /** What the assistant says above a conversation; the words are the effect's reason. */
    record Banner() implements Rule {}

    /**
     * Only these tools may be offered to a model: a function by its name, what a provider runs by its type. Of several,
     * what is on all of them.
     */
    record AllowTools(Set<String> names) implements Rule {
        private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.:/-]{1,128}");

        /** @throws IllegalArgumentException for a name that no tool has */
        public AllowTools {
            names = Set.copyOf(names);
            names.forEach(name -> require(NAME.matcher(name).matches(), name));
        }

        @Override
        public String value() {
            return names.stream().sorted().collect(Collectors.joining(" "));
        }

        @Override
        public long leniency() {
            return names.size();
        }
    }

    /** Of a use case: for so many people at most, its owner among them. Those to whom it was opened first keep it. */
    record MaxTesters(int most) implements Rule {
        public MaxTesters {
            require(most >= 1, "at least one");
        }

        @Override
        public String value() {
            return Integer.toString(most);
        }

        @Override
        public long leniency() {
            return most;
        }
    }

    /** What is kept of a conversation besides itself. The audit holds no content at any level. */
    record LogLevel(Level level) implements Rule {
        /** The stricter first. */
        public enum Level {
            /** Not the copy of exactly what left. */
            REDUCED,
            FULL
        }

        @Override
        public String value() {
            return level.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public long leniency() {
            return level.ordinal();
        }
    }

    /** A conversation is erased so many days after its last message. */
    record Retention(int contentDays) implements Rule {
        public Retention {
            require(contentDays >= 1 && contentDays <= 36_500, "between a day and a hundred years");
        }

        @Override
        public String value() {
            return Integer.toString(contentDays);
        }

        @Override
        public long leniency() {
            return contentDays;
        }
    }

    /** An answer is marked as not to be used before somebody has validated it. @param by who, as a page says it */
    record RequireHumanValidation(String by) implements Rule {
        private static final int LONGEST = 120;

        public RequireHumanValidation {
            require(!by.isBlank() && by.length() <= LONGEST && by.indexOf('\n') < 0, "one line");
        }

        @Override
        public String value() {
            return by;
        }

        @Override
        public List<String> keys() {
            return List.of(by);
        }
    }

    private static void require(boolean right, String what) {
        if (!right) throw new IllegalArgumentException(what);
    }

    /** @throws IllegalArgumentException where {@code value} is not one of this kind */
    static Rule of(Kind kind, String value) {
        String[] words = value.split(" ");
        return switch (kind) {
            case ALLOW_MODEL -> new AllowModel(value);
            case DENY_MODEL -> new DenyModel(value);
            case ALLOW_PROVIDER -> new AllowProvider(value);
            case DENY_PROVIDER -> new DenyProvider(value);
            case MAX_DATA_CLASS -> new MaxDataClass(DataClass.valueOf(value));
            case MAX_WRITTEN_CLASS -> new MaxWrittenClass(DataClass.valueOf(value));
            case AUDIENCE_CAP ->
                new AudienceCap(
                        Role.valueOf(word(words, 0).toUpperCase(Locale.ROOT)), DataClass.valueOf(word(words, 1)));
            case REQUIRE_PSEUDONYMISATION -> new RequirePseudonymisation();
            case ALLOWED_REGIONS -> new AllowedRegions(zones(words, 0));
            case ZONE_RULE ->
                new ZoneRule(DataClass.valueOf(word(words, 0)), zone(word(words, 1)), Treatment.of(word(words, 2)));
            case SUSPEND -> new Suspend();
            case REQUIRE_SIGNATURE ->
                new RequireSignature(word(words, 0), DataClass.valueOf(word(words, 1)), zones(words, 2));
            case SIGNED -> new Signed(value);
            case MEMBER_OF -> new MemberOf(value);
            case USER_OF -> new UserOf(value);
            case BUDGET ->
                new Budget(
                        Budget.Period.valueOf(word(words, 0).toUpperCase(Locale.ROOT)), Long.parseLong(word(words, 1)));
            case RATE_LIMIT -> new RateLimit(Integer.parseInt(value));
            case BANNER -> new Banner();
            case ALLOW_TOOLS ->
                new AllowTools(
                        Arrays.stream(words).filter(word -> !word.isEmpty()).collect(Collectors.toSet()));
            case MAX_TESTERS -> new MaxTesters(Integer.parseInt(value));
            case LOG_LEVEL -> new LogLevel(LogLevel.Level.valueOf(value.toUpperCase(Locale.ROOT)));
            case RETENTION -> new Retention(Integer.parseInt(value));
            case REQUIRE_HUMAN_VALIDATION -> new RequireHumanValidation(value);
        };
    }

    /** As the configuration file writes a zone: {@code eu-sovereign}. */
    static String code(Zone zone) {
        return Codes.ZONES[zone.ordinal()];
    }

    /** Made once: they are asked for several times in every request. */
    final class Codes {
        private static final String[] ZONES = Stream.of(Zone.values())
                .map(zone -> zone.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toArray(String[]::new);
        private static final String[][] CELLS = Stream.of(DataClass.values())
                .map(dataClass ->
                        Stream.of(ZONES).map(zone -> dataClass + " " + zone).toArray(String[]::new))
                .toArray(String[][]::new);

        private Codes() {}
    }

    /** @throws IllegalArgumentException when no zone is called so */
    static Zone zone(String code) {
        return Zone.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The order in which the rules of one kind and key count. */
    static Comparator<PolicyEffect> strictestFirst() {
        return Comparator.comparingLong((PolicyEffect effect) -> effect.rule().leniency())
                .thenComparing(effect -> effect.validity().isUnbounded() ? 0 : 1)
                .thenComparing(PolicyEffect::id);
    }

    private static Set<Zone> zones(String[] words, int from) {
        Set<Zone> zones = EnumSet.noneOf(Zone.class);
        Arrays.stream(words, from, words.length).filter(word -> !word.isEmpty()).forEach(word -> zones.add(zone(word)));
        return zones;
    }

    private static String word(String[] words, int index) {
        if (index >= words.length) throw new IllegalArgumentException("a word is missing");
        return words[index];
    }
}
