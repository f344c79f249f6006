package org.vigie.configuration;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts environment variables in the place of <code>${NAME}</code> inside a scalar, after parsing: a value can never
 * change the document's structure, and is not looked at a second time. <code>$${</code> stands for <code>${</code>.
 */
final class Substitution {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{([^}]*)(}?)");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Map<String, String> environment;
    private final Faults faults;
    private final Set<String> referenced = new HashSet<>();

    Substitution(Map<String, String> environment, Faults faults) {
        this.environment = environment;
        this.faults = faults;
    }

    /** The names met so far. */
    Set<String> referenced() {
        return referenced;
    }

    Setting apply(String text, Place place) {
        if (!text.contains("${")) {
            return new Setting.Scalar(text, true, place);
        }
        boolean readable = true;
        StringBuilder result = new StringBuilder();
        Matcher matcher = REFERENCE.matcher(text);
        while (matcher.find()) {
            boolean escaped = matcher.group().equals("$${");
            readable &= escaped || isSet(matcher.group(1), matcher.group(2), place);
            String value = escaped ? "${" : environment.getOrDefault(matcher.group(1), "");
            matcher.appendReplacement(result, Matcher.quoteReplacement(value));
        }
        matcher.appendTail(result);
        return readable ? new Setting.Scalar(result.toString(), false, place) : new Setting.Unreadable(place);
    }

    private boolean isSet(String name, String closing, Place place) {
        if (closing.isEmpty() || !NAME.matcher(name).matches()) {
            faults.add(place, "\"${\" must be followed by a variable's name and \"}\" (write $${ for the text ${)");
            return false;
        }
        referenced.add(name);
        if (!environment.containsKey(name)) {
            faults.add(place, "the environment variable " + name + " is not set");
            return false;
        }
        return true;
    }
}
