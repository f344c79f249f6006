package org.vigie.cli;

/** What one check of {@link Checkup} found. */
sealed interface Diagnosis {
    String line();

    /** As it should be. */
    record Fine(String text) implements Diagnosis {
        @Override
        public String line() {
            return "ok  " + text;
        }
    }

    /** Worth knowing; nothing fails because of it. */
    record Remark(String text) implements Diagnosis {
        @Override
        public String line() {
            return "--  " + text;
        }
    }

    /** Keeps Vigie from starting or from protecting what it holds. */
    record Wrong(String text) implements Diagnosis {
        @Override
        public String line() {
            return "!!  " + text;
        }
    }
}
