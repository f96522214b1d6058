package org.farmgate.platform.web;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.Iterator;
import org.farmgate.measure.IsoWeek;
import org.farmgate.platform.Actor;
import org.farmgate.platform.Fields;
import org.farmgate.platform.Id;
import org.farmgate.platform.Paging;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/// What the description of the JSON API must be told about our own types: ids and weeks are texts, an actor is
/// nobody's parameter, and each operation says which rights it needs (`x-needs`; empty: any who is signed in).
@Lazy
@Configuration(proxyBeanMethods = false)
class ApiDescription {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Paging.class, Fields.class, Shell.class);
    }

    @Bean
    OpenAPI openApi() {
        var description = new OpenAPI().info(new Info().title("Farmgate").version("v1"));
        description.schemaRequirement(
                "token", new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        return description;
    }

    @Bean
    OperationCustomizer rightsAndPaging() {
        return (operation, handler) -> {
            Needs needs = needs(handler);
            if (needs != null)
                operation.addExtension(
                        "x-needs", Arrays.stream(needs.value()).map(Enum::name).toList());
            boolean paged = Arrays.stream(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.getParameterType() == Paging.class);
            if (paged)
                operation
                        .addParametersItem(new QueryParameter()
                                .name("page")
                                .schema(new IntegerSchema())
                                .required(false))
                        .addParametersItem(new QueryParameter()
                                .name("size")
                                .schema(new IntegerSchema())
                                .required(false))
                        .addParametersItem(new QueryParameter()
                                .name("q")
                                .schema(new StringSchema())
                                .required(false));
            return operation;
        };
    }

    private static @Nullable Needs needs(HandlerMethod handler) {
        Needs own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Needs.class);
        boolean open = AnnotatedElementUtils.hasAnnotation(handler.getMethod(), OpenToAll.class);
        return own != null || open
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Needs.class);
    }

    @Bean
    ModelConverter textualValues() {
        return new TextualValues();
    }

    private static final class TextualValues implements ModelConverter {
        @Override
        @SuppressWarnings("rawtypes")
        public @Nullable Schema resolve(
                AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
            Class<?> raw = Json.mapper().constructType(type.getType()).getRawClass();
            if (Id.class.isAssignableFrom(raw)) return new UUIDSchema();
            if (raw == IsoWeek.class) return new StringSchema().example("2027-W29");
            return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        }
    }
}
