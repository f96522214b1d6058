package org.farmgate.trade.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.testing.WholeAppTest;
import org.farmgate.trade.PlanId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Every page of planning, in every language, with rows, without, and with a form that is wrong.
@WholeAppTest
@TestPropertySource(properties = "test.season=pages") // a database of its own: others use the season up
@Import(SmallSeason.class)
class PlanPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    Plans plans;

    @Autowired
    SmallSeason season;

    @Autowired
    MessageSource messages;

    private RequestPostProcessor planner() {
        return authentication(new UsernamePasswordAuthenticationToken(season.operator, null, List.of()));
    }

    private String page(String path, String language) {
        var result = mvc.get()
                .uri(path + (path.contains("?") ? "&" : "?") + "lang=" + language)
                .with(planner())
                .exchange();
        assertThat(result).as(path).hasStatusOk();
        String html = bodyOf(result);
        assertThat(html).as(path).contains("lang=\"" + language + "\"").doesNotContain("???");
        return html;
    }

    private static String bodyOf(org.springframework.test.web.servlet.assertj.MvcTestResult result) {
        try {
            return result.getMvcResult().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private PlanSummary solved() {
        PlanId id = PlanId.next();
        plans.dock(season.operator, new PlanRequest(id, "<b>pages</b>", season.season(), 2, 5_000, Optional.empty()));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> plans.get(season.operator, id).isSolved());
        return plans.get(season.operator, id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ug"})
    void everyPageOfAPlanSpeaksTheReadersLanguage(String language) {
        Locale locale = Locale.forLanguageTag(language);
        PlanSummary plan = solved();
        String path = "/plans/" + plan.id();
        assertThat(page("/plans", language))
                .contains(messages.getMessage("docking.title", null, locale), "&lt;b&gt;pages&lt;/b&gt;");
        assertThat(page("/plans/new", language)).contains(messages.getMessage("docking.field.share", null, locale));
        assertThat(page(path, language))
                .contains(messages.getMessage("docking.map.title", null, locale), "<svg")
                .contains(messages.getMessage("docking.step.farmGate", null, locale));
        assertThat(page(path + "/lines", language)).contains("Aygul", "Far Fruit");
        int line = plans.lines(season.operator, plan.id(), org.farmgate.platform.Paging.first())
                .rows()
                .getFirst()
                .line();
        assertThat(page(path + "/lines/" + line, language))
                .contains(messages.getMessage("docking.step.delivered", null, locale));
        assertThat(page(path + "/supplies", language))
                .contains(messages.getMessage("docking.unsold.NO_DEMAND_IN_WEEKS", null, locale));
        assertThat(page(path + "/demands", language)).contains("North", "South");
        assertThat(page(path + "/trips", language)).contains("truck ");
        assertThat(page(path + "/fairness", language))
                .contains(messages.getMessage("docking.tab.fairness", null, locale));
        assertThat(page(path + "/decisions", language))
                .contains(messages.getMessage("docking.decisions.empty.title", null, locale));
        assertThat(mvc.post()
                        .uri(path + "/lines/" + line + "/lock")
                        .with(planner())
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(page(path + "/decisions", language))
                .contains(messages.getMessage("docking.decision.noted", null, locale), "Aygul");
        assertThat(page(path + "/acceptance", language)).contains("Far Fruit");
        PlanSummary other = solved();
        assertThat(page(path + "/comparison?with=" + other.id(), language))
                .contains(messages.getMessage("docking.compare.lines", null, locale));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "firstWeek=2027-W60&lastWeek=2027-W62&name=x",
                "firstWeek=2027-W30&lastWeek=2027-W20&name=x",
                "firstWeek=2027-W30&lastWeek=2029-W30&name=x",
                "firstWeek=2027-W30&lastWeek=2027-W40&name=",
                "firstWeek=2027-W30&lastWeek=2027-W40&name=x&seconds=-1",
                "firstWeek=2027-W30&lastWeek=2027-W40&name=x&seconds=99999999999999999999",
                "firstWeek=2027-W30&lastWeek=2027-W40&name=x&growerShare=101",
                "firstWeek=2027-W30&lastWeek=2027-W40&name=x&id=nonsense"
            })
    void aWrongFormComesBackWithWhatWasTypedAndNothingIsStored(String query) {
        long before = plans.search(season.operator, org.farmgate.platform.Paging.first())
                .total();
        var request = mvc.post().uri("/plans?" + query).with(planner()).with(csrf());
        assertThat(request).hasStatus(422).bodyText().contains("id=\"errors\"", "2027-W");
        assertThat(plans.search(season.operator, org.farmgate.platform.Paging.first())
                        .total())
                .isEqualTo(before);
        String json = "{\"name\":\"x\",\"firstWeek\":\"2027-W30\",\"lastWeek\":\"2027-W20\"}";
        assertThat(mvc.post()
                        .uri("/api/v1/plans")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(json)
                        .with(planner())
                        .with(csrf()))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"lastWeek\"", "ends-before-start");
    }
}
