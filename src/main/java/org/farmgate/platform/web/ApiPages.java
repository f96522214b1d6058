package org.farmgate.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.farmgate.platform.web.ApiPage.Member;
import org.farmgate.platform.web.ApiPage.Operation;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The JSON API for people to read, drawn from the same description that programs get: the two cannot differ.
@Controller
class ApiPages {
    private final ObjectProvider<OpenApiWebMvcResource> description;
    private final JsonMapper json;

    ApiPages(ObjectProvider<OpenApiWebMvcResource> description, JsonMapper json) {
        this.description = description;
        this.json = json;
    }

    @OpenToAll
    @GetMapping("/api")
    String api(HttpServletRequest request, Model model) throws IOException {
        byte[] text = description.getObject().openapiJson(request, "/api/v1/openapi.json", Locale.ENGLISH);
        model.addAttribute("page", new ApiPage(groups(json.readTree(text))));
        return "platform/api";
    }

    /// By the noun after `/api/v1/`.
    private static Map<String, List<Operation>> groups(JsonNode root) {
        Map<String, List<Operation>> groups = new TreeMap<>();
        root.path("paths").properties().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> groups.computeIfAbsent(noun(path.getKey()), _ -> new ArrayList<>())
                                .add(operation(root, method.getKey(), path.getKey(), method.getValue()))));
        return groups;
    }

    private static String noun(String path) {
        String[] parts = path.split("/");
        return parts.length > 3 ? parts[3] : path;
    }

    private static Operation operation(JsonNode root, String method, String path, JsonNode node) {
        List<Member> parameters = new ArrayList<>();
        for (JsonNode parameter : node.path("parameters"))
            parameters.add(new Member(
                    parameter.path("name").asString(""),
                    type(parameter.path("schema")),
                    parameter.path("required").asBoolean(false)));
        List<String> needs = new ArrayList<>();
        node.path("x-needs").forEach(right -> needs.add(right.asString("")));
        String answer = node.path("responses").properties().stream()
                .map(response -> response.getKey() + " " + type(schema(response.getValue())))
                .findFirst()
                .orElse("");
        return new Operation(
                method.toUpperCase(Locale.ROOT),
                path,
                node.has("x-needs"),
                needs,
                parameters,
                members(root, schema(node.path("requestBody"))),
                answer.strip());
    }

    private static JsonNode schema(JsonNode holder) {
        return holder.path("content").properties().stream()
                .findFirst()
                .map(content -> content.getValue().path("schema"))
                .orElse(holder.path("none"));
    }

    private static List<Member> members(JsonNode root, JsonNode schema) {
        JsonNode shape =
                schema.has("$ref") ? root.path("components").path("schemas").path(last(schema)) : schema;
        List<Member> members = new ArrayList<>();
        shape.path("properties")
                .properties()
                .forEach(property -> members.add(new Member(property.getKey(), type(property.getValue()), false)));
        return members;
    }

    private static String type(JsonNode schema) {
        if (schema.has("$ref")) return last(schema);
        if (schema.path("type").asString("").equals("array")) return type(schema.path("items")) + "[]";
        String format = schema.path("format").asString("");
        return schema.path("type").asString("") + (format.isEmpty() ? "" : " " + format);
    }

    private static String last(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
