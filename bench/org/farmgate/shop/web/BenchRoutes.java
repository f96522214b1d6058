package org.farmgate.shop.web;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.farmgate.shop.OneByOne;
import org.springframework.context.ApplicationContext;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// What the benchmark measures the order route against, behind the same filters: a route that only
/// parses the same body, and one that takes each order in by a transaction of its own.
public final class BenchRoutes {
    public static final String PARSE = "/api/v1/bench/parse";
    public static final String ONE_BY_ONE = "/api/v1/bench/one-by-one";

    private final OneByOne oneByOne;

    private BenchRoutes(OneByOne oneByOne) {
        this.oneByOne = oneByOne;
    }

    public static void open(ApplicationContext context) {
        var mapping = context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        var routes = new BenchRoutes(new OneByOne(context));
        register(mapping, routes, PARSE, "parse");
        register(mapping, routes, ONE_BY_ONE, "oneByOne");
    }

    private static void register(RequestMappingHandlerMapping mapping, BenchRoutes routes, String path, String name) {
        Method method = Arrays.stream(BenchRoutes.class.getDeclaredMethods())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        mapping.registerMapping(
                RequestMappingInfo.paths(path)
                        .methods(org.springframework.web.bind.annotation.RequestMethod.POST)
                        .options(mapping.getBuilderConfiguration())
                        .build(),
                routes,
                method);
    }

    record Parsed(String key, int lines) {}

    @ResponseBody
    @org.farmgate.platform.web.OpenToAll
    Parsed parse(@RequestBody OrderApi.Sent sent) {
        return new Parsed(
                String.valueOf(sent.key()),
                sent.lines() == null ? 0 : sent.lines().size());
    }

    @ResponseBody
    @org.farmgate.platform.web.OpenToAll
    ResponseEntity<Parsed> oneByOne(@RequestBody OrderApi.Sent sent) {
        boolean taken = oneByOne.place(sent.request(Optional.empty()));
        return ResponseEntity.status(taken ? 201 : 409).body(new Parsed(String.valueOf(sent.key()), 1));
    }
}
