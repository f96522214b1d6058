package org.farmgate.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Where the container sends what failed outside every handler: a filter, a view, a request it could not read.
@Controller
class ErrorRoutes implements ErrorController {
    private final Errors errors;

    ErrorRoutes(Errors errors) {
        this.errors = errors;
    }

    @OpenToAll
    @RequestMapping("/error")
    void error(HttpServletRequest request, HttpServletResponse response) {
        Throwable thrown = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        Integer status = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Failure failure = thrown != null ? Failures.of(thrown) : Failures.ofStatus(status == null ? 404 : status);
        errors.tell(request, response, failure, thrown);
    }
}
