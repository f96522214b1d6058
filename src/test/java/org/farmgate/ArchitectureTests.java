package org.farmgate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Repository;

@AnalyzeClasses(packages = "org.farmgate", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @ArchTest
    static final ArchRule sqlIsHidden = classes()
            .that()
            .areAnnotatedWith(Repository.class)
            .should()
            .notBePublic()
            .andShould()
            .haveSimpleNameEndingWith("Store");

    @ArchTest
    static final ArchRule pagesUseFacadesOnly = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.jdbc.core.simple.JdbcClient");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = fields().should().notBeAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule moneyAndMassAreNeverFloating = noMethods()
            .that()
            .haveNameMatching("(?i).*(fen|grams|money|mass|yuan)")
            .and()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class);

    @ArchTest
    static final ArchRule namesSayWhatThingsAre =
            noClasses().should().haveNameMatching(".*(Service|Manager|Helper|Util|Utils|Impl|Dto|DTO)");

    @ArchTest
    static final ArchRule theEnginesKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.farmgate.trade.docking..",
                    "org.farmgate.logistics.routing..",
                    "org.farmgate.logistics.sharing..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "java.sql..");
}
