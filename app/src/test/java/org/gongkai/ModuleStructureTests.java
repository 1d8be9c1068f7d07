package org.gongkai;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.opengov.OpenGov;
import org.gongkai.testing.structure.ReadsSystemClock;
import org.gongkai.testing.structure.RuleThatKnowsSpring;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

@DisplayName("Module structure")
class ModuleStructureTests {
    private static final JavaClasses PRODUCT =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.gongkai");

    private static final ArchRule NO_SYSTEM_CLOCK =
            classes()
                    .that()
                    .resideOutsideOfPackage("org.gongkai.platform.settings..")
                    .should(notReadTheSystemClock());

    private static final ArchRule RULES_WITHOUT_SPRING =
            noClasses()
                    .that()
                    .resideOutsideOfPackages("..web..", "..persistence..")
                    .and(
                            com.tngtech.archunit.base.DescribedPredicate.describe(
                                    "are records or enums", it -> it.isRecord() || it.isEnum()))
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.springframework..")
                    .allowEmptyShould(false);

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        ApplicationModules.of(OpenGov.class).verify();
    }

    @Test
    void everyModuleDeclaresItself() {
        Set<String> undeclared = new TreeSet<>();
        for (JavaClass each : PRODUCT) {
            String[] parts = each.getPackageName().split("\\.");
            if (parts.length >= 4
                    && !isDeclared(String.join(".", parts[0], parts[1], parts[2], parts[3]))) {
                undeclared.add(each.getPackageName());
            }
        }

        assertThat(undeclared).isEmpty();
    }

    @Test
    void platformKnowsNoWorkArea() {
        noClasses()
                .that()
                .resideInAPackage("org.gongkai.platform..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.gongkai.opengov..")
                .check(PRODUCT);
    }

    @Test
    void onlySettingsReadTheSystemClock() {
        NO_SYSTEM_CLOCK.check(PRODUCT);
    }

    @Test
    void theClockRuleSeesCallsAndMethodReferences() {
        var violations =
                NO_SYSTEM_CLOCK
                        .evaluate(new ClassFileImporter().importClasses(ReadsSystemClock.class))
                        .getFailureReport()
                        .getDetails();

        assertThat(violations).hasSize(4);
    }

    @Test
    void recordsAndEnumsKnowNoSpring() {
        RULES_WITHOUT_SPRING.check(PRODUCT);
    }

    @Test
    void theSpringRuleSeesARecordThatKnowsSpring() {
        var result =
                RULES_WITHOUT_SPRING.evaluate(
                        new ClassFileImporter().importClasses(RuleThatKnowsSpring.class));

        assertThat(result.hasViolation()).isTrue();
    }

    private static boolean isDeclared(String module) {
        try {
            return Class.forName(module + ".package-info")
                    .isAnnotationPresent(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static ArchCondition<JavaClass> notReadTheSystemClock() {
        return new ArchCondition<>("take the time from an injected Clock") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                item.getAccessesFromSelf().stream()
                        .filter(ModuleStructureTests::readsTheSystemClock)
                        .forEach(
                                it ->
                                        events.add(
                                                SimpleConditionEvent.violated(
                                                        it, it.getDescription())));
            }
        };
    }

    private static boolean readsTheSystemClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        boolean givenAClock = access.getDescription().contains("(java.time.Clock)");
        return owner.startsWith("java.time.") && name.equals("now") && !givenAClock
                || owner.equals(Clock.class.getName())
                        && (name.startsWith("system") || name.startsWith("tick"))
                || owner.equals(System.class.getName()) && name.equals("currentTimeMillis")
                || owner.equals(Date.class.getName())
                        && access.getDescription().contains("<init>()")
                || owner.equals("java.util.Calendar") && name.equals("getInstance");
    }
}
