package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Id;
import org.farmgate.platform.NotFound;
import org.farmgate.platform.Paging;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.converter.ConditionalGenericConverter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// What handlers may take besides what the framework gives: the [Actor] asking (or an `Optional` of it on open
/// pages), the [Paging] wanted, the form's [Fields], the [Shell]. And every [Id] type as a path variable: a
/// malformed one is not found.
final class HandlerArguments implements HandlerMethodArgumentResolver {
    private final Shells shells;

    HandlerArguments(Shells shells) {
        this.shells = shells;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        return type == Actor.class || type == Paging.class || type == Fields.class || type == Shell.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        var request = java.util.Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        Class<?> type = parameter.nestedIfOptional().getNestedParameterType();
        if (type == Paging.class) return paging(request);
        if (type == Fields.class) return fields(request);
        if (type == Shell.class) return shells.of(request);
        return parameter.isOptional()
                ? CurrentActor.find()
                : CurrentActor.find().orElseThrow(NotSignedIn::new);
    }

    private static Fields fields(HttpServletRequest request) {
        Map<String, String> texts = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> texts.put(name, values.length == 0 ? "" : values[0]));
        return new Fields(texts);
    }

    private static Paging paging(HttpServletRequest request) {
        return new Paging(
                whole(request.getParameter("page")),
                whole(request.getParameter("size")),
                Optional.ofNullable(request.getParameter("q")).orElse(""));
    }

    private static int whole(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text.strip());
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    /// Text to any record that implements [Id] with one UUID component.
    static final class IdConverter implements ConditionalGenericConverter {
        @Override
        public java.util.Set<ConvertiblePair> getConvertibleTypes() {
            return java.util.Set.of(new ConvertiblePair(String.class, Id.class));
        }

        @Override
        public boolean matches(TypeDescriptor source, TypeDescriptor target) {
            return target.getType().isRecord();
        }

        @Override
        public @Nullable Object convert(@Nullable Object source, TypeDescriptor from, TypeDescriptor to) {
            String text = String.valueOf(source);
            try {
                var constructor = to.getType().getDeclaredConstructor(UUID.class);
                return constructor.newInstance(UUID.fromString(text));
            } catch (IllegalArgumentException _) {
                throw new NotFound("page", text);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
