package org.vigie.detection;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vigie.kernel.DataClass;

/**
 * The data class of a text, and why: the highest of what was found in it. What a workplace writes is internal
 * ({@link DataClass#C1}) at least, unless a marking says that it is public and nothing contradicts it.
 *
 * @param asWritten before anything is masked
 * @param masked once every finding but the markings is replaced: a marking speaks of the whole text, and what is told
 *     around a hidden illness still tells of one
 * @param reasons the highest first
 */
public record Classification(DataClass asWritten, DataClass masked, List<Reason> reasons) {
    public Classification {
        reasons = List.copyOf(reasons);
    }

    /** So many findings of one kind raise the text to a class. */
    public record Reason(FindingType type, String subtype, DataClass dataClass, int count) {}

    private record Kind(FindingType type, String subtype, DataClass dataClass) {
        static Kind of(Finding finding) {
            return new Kind(finding.type(), finding.subtype(), finding.dataClass());
        }
    }

    public static Classification of(List<Finding> findings) {
        List<Reason> reasons =
                findings.stream().collect(Collectors.groupingBy(Kind::of, Collectors.counting())).entrySet().stream()
                        .map(kind -> new Reason(
                                kind.getKey().type(),
                                kind.getKey().subtype(),
                                kind.getKey().dataClass(),
                                kind.getValue().intValue()))
                        .sorted(Comparator.comparing(Reason::dataClass)
                                .reversed()
                                .thenComparing(Reason::type)
                                .thenComparing(Reason::subtype))
                        .toList();
        boolean saidPublic = reasons.stream().anyMatch(reason -> reason.dataClass() == DataClass.C0);
        DataClass least = saidPublic ? DataClass.C0 : DataClass.C1;
        return new Classification(
                highest(reasons, least, Reason::dataClass),
                highest(reasons, least, Classification::whenMasked),
                reasons);
    }

    private static DataClass highest(List<Reason> reasons, DataClass least, Function<Reason, DataClass> dataClass) {
        return reasons.stream().map(dataClass).reduce(least, DataClass::max);
    }

    private static DataClass whenMasked(Reason reason) {
        return switch (reason.type()) {
            case MARKING -> reason.dataClass();
            case HEALTH -> DataClass.C2;
            default -> DataClass.C0;
        };
    }

    /** How many findings of each type. */
    public Map<FindingType, Integer> counts() {
        Map<FindingType, Integer> counts = new EnumMap<>(FindingType.class);
        reasons.forEach(reason -> counts.merge(reason.type(), reason.count(), Integer::sum));
        return counts;
    }
}
