package org.vigie.rules;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.vigie.catalog.Catalog;
import org.vigie.catalog.Route;
import org.vigie.identity.Caller;
import org.vigie.kernel.Language;
import org.vigie.policy.DecisionRecord;
import org.vigie.policy.Decisions;
import org.vigie.policy.Matrix;
import org.vigie.policy.Policy;
import org.vigie.web.Bundles;

/** What the page and the API do alike to the matrix: what keeps a wish from being decided, and the decision. */
@Singleton
final class MatrixChange {
    private static final int LONGEST_MOTIVE = 2_000;

    private final Policy policy;
    private final Decisions decisions;
    private final Catalog catalog;

    @Inject
    MatrixChange(Policy policy, Decisions decisions, Catalog catalog) {
        this.policy = policy;
        this.decisions = decisions;
        this.catalog = catalog;
    }

    /** To which a class may be sent instead. */
    List<String> models() {
        return catalog.routes().stream().map(Route::model).toList();
    }

    static String motive(Optional<String> typed) {
        String motive = typed.orElse("").strip();
        return motive.length() > LONGEST_MOTIVE ? motive.substring(0, LONGEST_MOTIVE) : motive;
    }

    /** Empty where it can be decided. */
    Optional<MatrixFault> faultOf(Matrix wanted, String motive) {
        if (motive.isBlank()) return Optional.of(MatrixFault.MOTIVE_MISSING);
        return wanted.equals(policy.matrix()) ? Optional.of(MatrixFault.NOTHING_CHANGED) : Optional.empty();
    }

    DecisionRecord decide(Caller caller, Language language, Matrix wanted, String motive) {
        String subject = Bundles.in(RulesMessages.class, language).matrix();
        return decisions.enact(
                new Decisions.Wanted(caller, "matrix.decided", "matrix", subject, motive), _ -> wanted.effects());
    }
}
