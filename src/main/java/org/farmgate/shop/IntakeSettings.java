package org.farmgate.shop;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// The limits of the order intake.
///
/// @param mostAtOnce how many orders one transaction takes in
/// @param writers how many transactions run at once, whatever the number of origins
/// @param mostWaiting how many orders may wait; the next one is told so at once
/// @param payWithin how long an order waits for its payment
@ConfigurationProperties("farmgate.shop.intake")
record IntakeSettings(
        @DefaultValue("500") int mostAtOnce,
        @DefaultValue("4") int writers,
        @DefaultValue("5000") int mostWaiting,
        @DefaultValue("30m") Duration payWithin) {}
