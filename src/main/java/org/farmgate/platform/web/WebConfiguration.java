package org.farmgate.platform.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/// Languages, templates and the shared arguments of handlers.
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
    @Bean
    TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(ContentType.Html);
    }

    /// Each module brings `messages/<module>.properties` with its Chinese and Uyghur sisters; English is the base.
    @Bean
    MessageSource messageSource() throws IOException {
        var source = new ResourceBundleMessageSource();
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        source.setBasenames(Arrays.stream(files)
                .map(file -> String.valueOf(file.getFilename()).replace(".properties", ""))
                .filter(name -> !name.contains("_"))
                .distinct()
                .sorted()
                .map(name -> "messages/" + name)
                .toArray(String[]::new));
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setAlwaysUseMessageFormat(true);
        return source;
    }

    /// The language that was chosen once (kept for a year), else what the browser asks for among ours, else Chinese.
    @Bean
    LocaleResolver localeResolver() {
        var resolver = new CookieLocaleResolver("lang");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(request -> {
            if (request.getHeader("Accept-Language") == null) return Languages.CHINESE;
            for (Locale wanted : java.util.Collections.list(request.getLocales()))
                if (Languages.nearest(wanted).getLanguage().equals(wanted.getLanguage()))
                    return Languages.nearest(wanted);
            return Languages.CHINESE;
        });
        return resolver;
    }

    @Bean
    WebMvcConfigurer farmgateMvc(Shells shells) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                var language = new LocaleChangeInterceptor();
                language.setParamName("lang");
                language.setIgnoreInvalidLocale(true);
                registry.addInterceptor(language);
                registry.addInterceptor(new AccessInterceptor());
            }

            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new HandlerArguments(shells));
            }

            @Override
            public void addFormatters(FormatterRegistry registry) {
                registry.addConverter(new HandlerArguments.IdConverter());
            }
        };
    }
}
