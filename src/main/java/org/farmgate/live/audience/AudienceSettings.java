package org.farmgate.live.audience;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The limits of event streams.
///
/// @param mostStreams of this process; further ones are sent away, so that connections are left for orders
/// @param streamsPerAddress of one network address
/// @param countedPerAddress how many browsers of one address count as viewers
/// @param heartbeat after how much silence a stream is written to, which also shows whether anybody is there
/// @param patience how long one who does not read is waited for
@ConfigurationProperties("farmgate.live")
record AudienceSettings(
        @DefaultValue("15000") int mostStreams,
        @DefaultValue("1000") int streamsPerAddress,
        @DefaultValue("200") int countedPerAddress,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30s") Duration patience) {}
