package org.farmgate.shop;

import java.util.List;
import org.springframework.context.ApplicationContext;

/// Takes each order in by a transaction of its own, in the thread that asks: what the intake is
/// measured against.
public final class OneByOne {
    private final OrderIntake intake;
    private final BatchWriter writer;

    public OneByOne(ApplicationContext context) {
        this.intake = context.getBean(OrderIntake.class);
        this.writer = context.getBean(BatchWriter.class);
    }

    /// Whether all of it was taken.
    public boolean place(OrderRequest request) {
        boolean taken = true;
        for (Arrival arrival : intake.arrivals(request))
            for (OrderAnswer answer : writer.write(arrival.origin(), List.of(arrival)))
                taken &= answer instanceof OrderAnswer.Taken;
        return taken;
    }
}
