package org.vigie;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What no class of the house does. A rule about something that does not exist would pass for ever: each names its witness. */
enum HouseRule {
    MODULES_HAVE_NO_CYCLES {
        @Override
        ArchRule in(String root) {
            return slices().matching(root + ".(*)..").should().beFreeOfCycles();
        }

        @Override
        boolean isWitness(JavaClass type, String root) {
            return type.getDirectDependenciesFromSelf().stream()
                    .anyMatch(dependency ->
                            dependency.getTargetClass().getPackageName().startsWith(root + ".")
                                    && !dependency.getTargetClass().getPackage().equals(type.getPackage()));
        }
    },

    /** The doors: what they offer to the outside is no offer to us. */
    NOTHING_DEPENDS_ON_GATEWAY_OR_CLI {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(root + ".gateway", root + ".cli")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(root + ".gateway", root + ".cli");
        }

        @Override
        boolean isWitness(JavaClass type, String root) {
            return isIn(type, root, "gateway");
        }
    },

    ONLY_THE_EDGES_SPEAK_HTTP {
        private static final String[] HTTP = {
            "io.vertx.core.http..",
            "io.vertx.ext.web..",
            "jakarta.ws.rs..",
            "java.net.http..",
            "com.sun.net.httpserver.."
        };

        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(packages(
                            root,
                            "gateway",
                            "mcp",
                            "web",
                            "assistant",
                            "dictionary",
                            "traffic",
                            "receipt",
                            "charter",
                            "incident",
                            "assessment",
                            "budget",
                            "mission",
                            "rules",
                            "rulebook",
                            "disclosure",
                            "usecase",
                            "knowledge",
                            "prompt",
                            "provider",
                            "demo",
                            "cli"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(HTTP);
        }

        @Override
        boolean isWitness(JavaClass type, String root) {
            return isIn(type, root, "gateway") && dependsOnAny(type, HTTP);
        }
    },

    /** So that the SQL of a module is found in one place. Others may hold a transaction, and know its exceptions. */
    ONLY_STORES_WRITE_SQL {
        private static final String[] SQL = {
            "java.sql..", "org.jdbi.v3.core.statement..", "org.postgresql..", "org.flywaydb.."
        };
        private static final Set<String> STATEMENTS = Set.of(
                "execute",
                "select",
                "createQuery",
                "createUpdate",
                "createCall",
                "createScript",
                "createBatch",
                "prepareBatch",
                "getConnection");

        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackages(packages(root, "store", "audit", "backup", "cli"))
                    .and()
                    .haveSimpleNameNotEndingWith("Store")
                    .and(isNotInsideOf("Store"))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(SQL).and(not(assignableTo(Throwable.class))))
                    .orShould()
                    .callMethodWhere(target(describe(
                            "makes a statement",
                            (AccessTarget.CodeUnitCallTarget target) ->
                                    target.getOwner().getName().equals("org.jdbi.v3.core.Handle")
                                            && STATEMENTS.contains(target.getName()))));
        }

        @Override
        boolean isWitness(JavaClass type, String root) {
            return type.getSimpleName().endsWith("Store")
                    && !isIn(type, root, "store")
                    && !isIn(type, root, "audit")
                    && dependsOnAny(type, SQL);
        }
    },

    /** Neither a bug nor a fallback can send a raw text. */
    ONLY_THE_SHIELD_CLEARS_A_PROMPT {
        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideOutsideOfPackage(root + ".shield")
                    .should()
                    .callConstructorWhere(target(describe(
                            "makes a ClearedPrompt",
                            (AccessTarget.CodeUnitCallTarget target) ->
                                    target.getOwner().getName().equals(root + ".shield.ClearedPrompt"))));
        }

        @Override
        boolean isWitness(JavaClass type, String root) {
            return type.getName().equals(root + ".shield.ClearedPrompt");
        }
    },

    /** What reads every text can neither send it, nor keep it, nor log it. */
    WHAT_READS_CONTENT_ONLY_COMPUTES {
        private static final String[] OUTSIDE = {
            "io.vertx..",
            "io.quarkus..",
            "jakarta.ws.rs..",
            "java.net.http..",
            "java.sql..",
            "org.jdbi..",
            "java.nio.file..",
            "org.jboss.logging..",
            "java.util.logging..",
            "org.slf4j.."
        };

        @Override
        ArchRule in(String root) {
            return noClasses()
                    .that()
                    .resideInAnyPackage(packages(root, "kernel", "exchange", "detection", "pseudonym", "shield"))
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(OUTSIDE);
        }

        @Override
        boolean isWitness(JavaClass type, String root) {
            return isIn(type, root, "shield");
        }
    },

    NAMES_SAY_WHAT_A_THING_IS {
        @Override
        ArchRule in(String root) {
            return noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Impl|Dto|DTO)");
        }

        @Override
        boolean isWitness(JavaClass type, String root) {
            return true;
        }
    };

    abstract ArchRule in(String root);

    /** Whether this class shows that what the rule speaks of exists. */
    abstract boolean isWitness(JavaClass type, String root);

    List<String> violationsIn(House house) {
        return in(house.root()).evaluate(house.classes()).getFailureReport().getDetails();
    }

    private static String[] packages(String root, String... modules) {
        return Stream.of(modules).map(module -> root + "." + module).toArray(String[]::new);
    }

    private static boolean isIn(JavaClass type, String root, String module) {
        return type.getPackageName().equals(root + "." + module);
    }

    /** Lambdas and nested types belong to the class around them. */
    private static DescribedPredicate<JavaClass> isNotInsideOf(String suffix) {
        return describe(
                "are not inside of a " + suffix,
                type -> type.getEnclosingClass()
                        .filter(outer -> outer.getSimpleName().endsWith(suffix))
                        .isEmpty());
    }

    private static boolean dependsOnAny(JavaClass type, String... packages) {
        return type.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> resideInAnyPackage(packages).test(dependency.getTargetClass()));
    }
}
