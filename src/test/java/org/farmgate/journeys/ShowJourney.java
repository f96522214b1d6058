package org.farmgate.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.farmgate.live.Studio;
import org.farmgate.platform.web.Languages;
import org.farmgate.shop.Listing;
import org.farmgate.shop.ListingState;
import org.farmgate.shop.Listings;
import org.farmgate.shop.Stall;
import org.farmgate.testing.Browser;
import org.farmgate.testing.Cast;
import org.farmgate.testing.JourneyTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;

/// A show from its announcement to its replay, by the pages alone: announced, goods set aside, on air with a made-up
/// camera, watched in another browser, an item pinned and bought beside the picture, a question asked, the order seen
/// by its host, the end, what it brought, and the recording with the item at its moment.
@JourneyTest
@Import({Cast.class, Stall.class, Studio.class})
class ShowJourney {
    @LocalServerPort
    int port;

    @Autowired
    MessageSource messages;

    @Autowired
    Studio studio;

    @Autowired
    Stall stall;

    @Autowired
    Listings listings;

    @Autowired
    Cast cast;

    @Test
    void fromTheAnnouncementToTheReplay() {
        assertThat(studio.host()).isEqualTo(cast.manager());
        Listing melons = stall.open(20, Optional.empty());
        try (Browser browser = Browser.open();
                Visitor host = visitor(browser, "host", Languages.CHINESE);
                Visitor viewer = visitor(browser, "viewer", Languages.UYGHUR)) {
            host.signIn("zhaolin", Cast.PASSWORD);
            String show = announce(host);
            setAside(host, melons);
            viewer.open(show);
            viewer.sees("live.remind");
            viewer.look("announced");

            host.open(show + "/desk");
            host.press("live.start");
            host.sees("live.pin");
            host.press("live.video.preview");
            host.press("live.video.start");
            until(host.page(), "document.querySelector('[data-camera]').dataset.state === 'sending'");

            // Whoever waits on the announcement sees it begin.
            viewer.page().locator("[data-state=LIVE]").waitFor();
            until(viewer.page(), "document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames > 5");
            frames(viewer.page());
            viewer.sees("live.pin.none");

            host.page().evaluate("window.filming = true");
            host.press("live.pin");
            // Nobody loads the page again: it comes by the stream of events.
            viewer.page().locator("#pin .goods-price").waitFor();
            viewer.look("pinned");
            buy(viewer);
            ask(viewer, "Is it sweet?");
            host.page().locator(".desk-orders li").first().waitFor();
            host.page().locator("[data-live-questions] li").first().waitFor();
            assertThat(host.page().locator("[data-live-questions]").innerText()).contains("Is it sweet?");
            // The camera was not disturbed by any of it.
            assertThat(host.page().evaluate("window.filming")).isEqualTo(true);
            host.sees("live.unpin");
            host.look("desk");
            frames(viewer.page());

            host.open(show + "/end");
            host.press("live.end");
            host.page().waitForURL(address -> address.endsWith("/result"));
            host.look("result");
            assertThat(host.main().innerText()).contains("118.00");
            replay(viewer);
        } finally {
            if (listings.get(melons.id()).state() == ListingState.OPEN) listings.close(cast.manager(), melons.id());
        }
        assertThat(listings.left(java.util.List.of(melons)).get(melons.id())).isEqualTo(18);
    }

    private String announce(Visitor host) {
        host.open("/shows/new");
        host.type("title", "Night melons");
        host.page()
                .locator("select[name=host]")
                .selectOption(studio.host().person().toString());
        host.page().locator("select[name=region]").selectOption(cast.county().toString());
        host.type("day", LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(1).toString());
        host.press("live.plan.submit");
        host.sees("live.done.planned");
        return host.page().url().replaceAll(".*(/shows/[0-9a-f-]+)/.*", "$1");
    }

    private void setAside(Visitor host, Listing melons) {
        host.page().locator("select[name=listing]").selectOption(melons.id().toString());
        host.type("packs", "5");
        host.type("price", "59.00");
        host.type("benefits", "23 households");
        host.press("live.item.add");
        host.sees("live.done.added");
        host.look("line-up");
    }

    private void buy(Visitor viewer) {
        Page page = viewer.page();
        page.locator("#pin a.btn").click();
        page.locator("#buy [name=telephone]").waitFor();
        // What is wrong is told where it stands, beside the picture.
        viewer.press("live.order-now");
        page.locator("#buy #telephone-error").waitFor();
        viewer.type("packs", "2");
        page.locator("#buy [name=name]").fill("Gao Yu");
        viewer.type("telephone", "13800138000");
        page.locator("#buy select[name=region]").selectOption(cast.province().toString());
        viewer.type("address", "12 Garden Street");
        page.locator("#buy [name=provider][value=cash]").check();
        page.locator("#buy [name=remember]").check();
        viewer.look("buying");
        viewer.press("live.order-now");
        viewer.sees("live.bought");
        viewer.look("bought");
        // The next time it takes two taps; the picture runs on meanwhile.
        page.locator("#pin a.btn").click();
        page.locator("#buy [name=known]")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        assertThat(page.locator("#buy [name=telephone]").count()).isZero();
    }

    private static void ask(Visitor viewer, String question) {
        viewer.page().locator("[data-live-say] [name=text]").fill(question);
        viewer.page().locator("[data-live-say] [name=question]").check();
        viewer.press("live.chat.send");
    }

    /// The page turns into the replay by itself; the item stands beside the picture at the moment at which it
    /// was pinned.
    private static void replay(Visitor viewer) {
        viewer.page().locator("#moments li").first().waitFor();
        until(viewer.page(), "document.querySelector('video').duration > 2");
        until(viewer.page(), "document.querySelector('#moments .moment-now')");
        assertThat(viewer.page().locator("#pin").innerText()).contains("59.00");
        viewer.look("replay");
    }

    /// They really come: more are decoded while one looks.
    private static void frames(Page page) {
        String count = "document.querySelector('video').getVideoPlaybackQuality().totalVideoFrames";
        int seen = ((Number) page.evaluate(count)).intValue();
        until(page, count + " > " + (seen + 15));
    }

    /// Asked from outside: the page's own policy lets nobody else's functions in.
    private static void until(Page page, String condition) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("Boolean(" + condition + ")")));
    }

    private Visitor visitor(Browser browser, String who, Locale locale) {
        return new Visitor(browser, "http://localhost:" + port, messages, locale, "show-" + who);
    }
}
