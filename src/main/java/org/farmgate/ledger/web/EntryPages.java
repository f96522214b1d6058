package org.farmgate.ledger.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.farmgate.ledger.Correction;
import org.farmgate.ledger.Corrections;
import org.farmgate.ledger.Posting;
import org.farmgate.ledger.PostingQuery;
import org.farmgate.ledger.Postings;
import org.farmgate.ledger.TransferId;
import org.farmgate.measure.Money;
import org.farmgate.place.RegionId;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Paging;
import org.farmgate.platform.Right;
import org.farmgate.platform.web.FormErrors;
import org.farmgate.platform.web.Needs;
import org.farmgate.platform.web.Shell;
import org.farmgate.platform.web.Submission;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One entry of the books, with what was posted together with it, and putting it right.
@Controller
@Needs({Right.SEE_BOOKS, Right.KEEP_BOOKS, Right.RELEASE_PAYOUTS})
class EntryPages {
    private final Postings postings;
    private final Corrections corrections;
    private final LedgerNames names;

    EntryPages(Postings postings, Corrections corrections, LedgerNames names) {
        this.postings = postings;
        this.corrections = corrections;
        this.names = names;
    }

    @GetMapping("/books/{origin}/postings/{id}")
    String one(Actor actor, @PathVariable RegionId origin, @PathVariable TransferId id, Model model) {
        return one(actor, origin, id, FormErrors.none(), model);
    }

    private String one(Actor actor, RegionId origin, TransferId id, FormErrors errors, Model model) {
        Posting posting = postings.get(actor, origin, id);
        Optional<Correction> correction = corrections.of(actor, origin, id);
        List<Posting> together =
                postings
                        .search(
                                actor,
                                PostingQuery.ofCause(
                                        Paging.first(),
                                        origin,
                                        posting.transfer().cause()))
                        .rows()
                        .stream()
                        .filter(other -> !other.transfer().id().equals(id))
                        .toList();
        List<Posting> all = new java.util.ArrayList<>(together);
        all.add(posting);
        model.addAttribute(
                "page",
                new BooksPage.Entry(
                        origin,
                        posting,
                        correction,
                        correction.isEmpty() && corrections.mayCorrect(actor, posting.transfer()),
                        together,
                        errors,
                        names.of(origin, List.of(), all)));
        return "ledger/entry";
    }

    @PostMapping("/books/{origin}/postings/{id}/correction")
    @Needs(Right.KEEP_BOOKS)
    String correct(
            Actor actor,
            @PathVariable RegionId origin,
            @PathVariable TransferId id,
            Fields fields,
            @RequestParam Map<String, String> typed,
            Shell shell,
            HttpServletResponse response,
            Model model) {
        return Submission.of(
                typed,
                shell,
                response,
                () -> {
                    String reason = fields.text("reason", Correction.LONGEST_REASON);
                    Optional<Money> right = fields.optional("right", some -> some.money("right"));
                    fields.check();
                    corrections.correct(actor, origin, id, right, reason);
                    return "redirect:/books/" + origin + "/postings/" + id + "?corrected";
                },
                errors -> one(actor, origin, id, errors, model));
    }
}
