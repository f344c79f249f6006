package org.vigie.kernel;

/** Carries a {@link Problem} to the edge that encodes it. Has no stack trace: it is an answer, not a fault of ours. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
