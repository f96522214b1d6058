package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Denied;
import org.farmgate.platform.Right;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Enforces [Needs] and [OpenToAll]. Deny is the default, so a forgotten annotation shows at the first click, not
/// in a breach.
final class AccessInterceptor implements HandlerInterceptor {
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)) return true;
        if (!method.getBeanType().getName().startsWith("org.farmgate.")) return true;
        Needs needs = find(method, Needs.class);
        boolean open = find(method, OpenToAll.class) != null;
        if (needs == null && !open)
            throw new IllegalStateException("neither @Needs nor @OpenToAll on " + method.getShortLogMessage());
        if (needs == null) return true;
        Actor actor = CurrentActor.find().orElseThrow(NotSignedIn::new);
        Right[] rights = needs.value();
        if (rights.length > 0 && Arrays.stream(rights).noneMatch(actor::may)) throw new Denied(rights[0]);
        return true;
    }

    /// On the method first, so that one method of an otherwise closed controller can be open.
    private static <A extends java.lang.annotation.Annotation> @Nullable A find(HandlerMethod method, Class<A> kind) {
        boolean saidOnMethod = AnnotatedElementUtils.hasAnnotation(method.getMethod(), Needs.class)
                || AnnotatedElementUtils.hasAnnotation(method.getMethod(), OpenToAll.class);
        return saidOnMethod
                ? AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), kind)
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), kind);
    }
}
