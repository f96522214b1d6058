package org.farmgate.live.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.farmgate.live.Show;
import org.farmgate.live.Shows;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Audit;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.RuleBroken;
import org.farmgate.testing.Cast;
import org.farmgate.testing.WholeAppTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A recording is kept for three years, to the day, and then deleted by somebody whose name stays.
// A null here fails the test anyway.
@SuppressWarnings("NullAway")
@WholeAppTest
@Import(Filming.class)
class RecordingsTests {
    @Autowired
    Cast cast;

    @Autowired
    Filming filming;

    @Autowired
    Shows shows;

    @Autowired
    Streams streams;

    @Autowired
    Recordings recordings;

    @Autowired
    Playlists playlists;

    @Autowired
    Pieces pieces;

    @Autowired
    Audit audit;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final StreamId stream = StreamId.next();

    private Show filmed(Actor host) {
        Show show = filming.onAir(host);
        streams.open(host, show.id(), stream, Rendition.MAIN, Filming.file("main-init.mp4"));
        streams.append(host, show.id(), stream, Rendition.MAIN, 0, Filming.file("main-0.m4s"));
        return shows.end(host, show.id());
    }

    /// There is no other way to a show of three years ago.
    private void ended(Show show, Instant at) {
        jdbc.sql("update live.show set live_at = :at, ended_at = :at where id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", show.id().value())
                .update();
    }

    @Test
    void beforeItsTimeItStaysAndTheDateIsSaid() {
        Actor host = filming.host();
        Show show = filmed(host);
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai")));
        assertThat(recordings.find(show.id()).orElseThrow().keptUntil())
                .isEqualTo(today.plusYears(3).plusDays(1));
        Instant threeYearsAgo = today.minusYears(3)
                .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                .plusHours(12)
                .toInstant();
        ended(show, threeYearsAgo);
        assertThat(recordings.deletable(host)).isEmpty();
        assertThatThrownBy(() -> recordings.delete(host, show.id()))
                .isInstanceOfSatisfying(RuleBroken.class, broken -> {
                    assertThat(broken.rule()).isEqualTo(VideoRule.VIDEO_KEPT_UNTIL);
                    assertThat(broken.arguments()).containsExactly(today.plusDays(1));
                });
        assertThat(pieces.piece(show.id(), stream, Rendition.MAIN, 0)).isNotEmpty();
    }

    @Test
    void afterwardsItIsDeletedByNameWithAllItsFiles() {
        Actor host = filming.host();
        Show show = filmed(host);
        ended(show, clock.instant().minus(Duration.ofDays(3 * 366 + 2)));
        assertThat(recordings.deletable(host)).extracting(Recording::show).containsExactly(show.id());
        assertThat(recordings.deletable(cast.buyer())).isEmpty();
        assertThatThrownBy(() -> recordings.delete(cast.buyer(), show.id())).isInstanceOf(NotFound.class);
        recordings.delete(host, show.id());
        recordings.delete(host, show.id());
        while (recordings.sweep()) {}
        playlists.forget(show.id());
        assertThat(playlists.has(show.id(), Playlists.Mode.REPLAY)).isFalse();
        assertThatThrownBy(() -> pieces.piece(show.id(), stream, Rendition.MAIN, 0))
                .isInstanceOf(NotFound.class);
        assertThat(jdbc.sql("select count(*) from live.segment where show_id = :id")
                        .param("id", show.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(audit.search(cast.admin(), new Paging(0, 50, "show.recording-deleted"))
                        .rows())
                .filteredOn(entry -> entry.toString().contains(show.id().toString()))
                .singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains(host.personName()));
    }
}
