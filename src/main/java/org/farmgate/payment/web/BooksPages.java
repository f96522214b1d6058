package org.farmgate.payment.web;

import java.util.Arrays;
import java.util.Optional;
import org.farmgate.payment.PaymentBooks;
import org.farmgate.payment.PaymentFile;
import org.farmgate.payment.PaymentId;
import org.farmgate.payment.PaymentQuery;
import org.farmgate.payment.PaymentState;
import org.farmgate.payment.Payments;
import org.farmgate.payment.RefundId;
import org.farmgate.payment.RefundQuery;
import org.farmgate.payment.RefundState;
import org.farmgate.platform.Actor;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.NavEntry;
import org.farmgate.platform.web.Needs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Payments and refunds for whoever looks after the money of an organisation or a county.
@Controller
@Needs(Right.SEE_BOOKS)
class BooksPages {
    private final PaymentBooks books;
    private final Payments payments;

    BooksPages(PaymentBooks books, Payments payments) {
        this.books = books;
        this.payments = payments;
    }

    @Configuration(proxyBeanMethods = false)
    static class Nav {
        @Bean
        NavEntry paymentsNav() {
            return new NavEntry(330, "/payments", "payment.nav", "money", Right.SEE_BOOKS);
        }
    }

    @GetMapping("/payments")
    String list(Actor actor, Paging paging, @RequestParam(defaultValue = "") String state, Model model) {
        Optional<PaymentState> wanted = Arrays.stream(PaymentState.values())
                .filter(one -> one.name().equalsIgnoreCase(state))
                .findFirst();
        model.addAttribute(
                "page",
                new BooksPage.Payments(
                        books.search(actor, new PaymentQuery(paging, wanted)),
                        wanted.map(Enum::name).orElse(""),
                        paging.search()));
        return "payment/payments";
    }

    @GetMapping("/refunds")
    String refunds(Actor actor, Paging paging, @RequestParam(defaultValue = "") String state, Model model) {
        Optional<RefundState> wanted = Arrays.stream(RefundState.values())
                .filter(one -> one.name().equalsIgnoreCase(state))
                .findFirst();
        model.addAttribute(
                "page",
                new BooksPage.Refunds(
                        books.searchRefunds(actor, new RefundQuery(paging, wanted)),
                        wanted.map(Enum::name).orElse(""),
                        paging.search()));
        return "payment/refunds";
    }

    @GetMapping("/payments/{id}")
    String one(Actor actor, @PathVariable PaymentId id, @RequestParam(defaultValue = "") String done, Model model) {
        PaymentFile file = books.get(actor, id);
        boolean takes = actor.may(Right.KEEP_BOOKS) || actor.may(Right.SELL);
        model.addAttribute("page", new BooksPage.One(file, takes, done));
        return "payment/payment";
    }

    /// Cash was taken at the door or over the counter.
    @PostMapping("/payments/{id}/collection")
    @Needs({Right.KEEP_BOOKS, Right.SELL})
    String collected(Actor actor, @PathVariable PaymentId id) {
        PaymentFile file = books.get(actor, id);
        // Where others have a part in it, the deal says who takes the money.
        if (file.parts().size() < file.payment().parts().size()) throw new NotFound("payment", id);
        payments.collected(actor, id, file.payment().total());
        return "redirect:/payments/" + id + "?done=collected";
    }

    @PostMapping("/payments/{id}/refunds/{refund}/handing-back")
    @Needs({Right.KEEP_BOOKS, Right.SELL})
    String handedBack(Actor actor, @PathVariable PaymentId id, @PathVariable RefundId refund) {
        if (books.get(actor, id).refunds().stream().noneMatch(one -> one.id().equals(refund)))
            throw new NotFound("refund", refund);
        payments.handedBack(actor, refund);
        return "redirect:/payments/" + id + "?done=handed-back";
    }
}
