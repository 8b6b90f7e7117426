package dev.prisma4j.engine.protocol;

/** Carries an {@link InputProblem} out of the parser, to the next choice or to the client. Has no stack trace: it is no failure of ours. */
final class Rejected extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient InputProblem problem;

    Rejected(InputProblem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    InputProblem problem() {
        return problem;
    }
}
