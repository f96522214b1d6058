package org.farmgate.logistics.trips.web;

import org.farmgate.logistics.trips.Trip;
import org.farmgate.logistics.trips.TripId;
import org.farmgate.logistics.trips.Trips;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The papers of a trip.
@Controller
@Needs({Right.PLAN_TRIPS, Right.MOVE_GOODS})
class TripPapers {
    private final Trips trips;
    private final LoadingLists lists;

    TripPapers(Trips trips, LoadingLists lists) {
        this.trips = trips;
        this.lists = lists;
    }

    /// In Chinese and the reader's language.
    @GetMapping("/trips/{id}/loading-list.pdf")
    ResponseEntity<byte[]> loadingList(Actor actor, @PathVariable TripId id, Shell shell) {
        Trip trip = trips.see(actor, id);
        if (!trips.seesAll(actor, trip)) throw new NotFound("trip", id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "inline; filename=\"" + trip.number() + ".pdf\"")
                .body(lists.print(trip, shell.locale()));
    }
}
