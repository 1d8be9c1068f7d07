package org.gongkai.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Somebody at a browser without scripts: opens pages, fills in their forms and sends them, with the
 * cookies and form tokens that the pages give.
 *
 * <pre>{@code
 * var clerk = DeskClient.at(port).signIn("clerk", "gongkai-demo-2021");
 * var page = clerk.open("/desk/accounts/new").send("/desk/accounts", Map.of("username", "li")).page();
 * }</pre>
 */
public final class DeskClient {
    private final int port;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(cookies)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    private HttpResponse<String> last;

    private DeskClient(int port) {
        this.port = port;
    }

    /** A fresh browser. */
    public static DeskClient at(int port) {
        return new DeskClient(port);
    }

    /** Signs in by the page; fails when that is refused. */
    public DeskClient signIn(String username, String password) {
        open("/desk/login")
                .send("/desk/login", Map.of("username", username, "password", password))
                .expect(302);
        return this;
    }

    /** Opens a page, as it is: redirects are answers too. */
    public DeskClient open(String path) {
        return exchange(HttpRequest.newBuilder(address(path)).GET());
    }

    /** Fetches a file; fails when it is not given. */
    public byte[] download(String path) {
        try {
            var request = HttpRequest.newBuilder(address(path)).GET().build();
            var response = http.send(request, BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Follows the redirect just answered. */
    public DeskClient follow() {
        return open(redirect());
    }

    /** Sends the form of the page with this action, with these fields over what it holds. */
    public DeskClient send(String action, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(fieldsOf(action));
        fields.putAll(typed);
        return post(action, fields);
    }

    private Map<String, String> fieldsOf(String action) {
        var form =
                page().select("form").stream()
                        .filter(it -> it.attr("action").equals(action))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("No form " + action + ": " + body()));
        var fields = new LinkedHashMap<String, String>();
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            boolean unchosen =
                    field.attr("type").matches("radio|checkbox") && !field.hasAttr("checked");
            if (!unchosen && !field.attr("type").matches("file|submit")) {
                fields.put(field.attr("name"), value(field));
            }
        }
        return fields;
    }

    private static String value(Element field) {
        return field.tagName().equals("select")
                ? field.select("option[selected]").attr("value")
                : field.val();
    }

    /**
     * Sends the form of the page with this action and a file in it, with these fields over its own.
     */
    public DeskClient sendFile(
            String action, String field, String name, byte[] content, Map<String, String> typed) {
        var fields = new LinkedHashMap<>(fieldsOf(action));
        fields.putAll(typed);
        var boundary = UUID.randomUUID().toString();
        var sent = new ByteArrayOutputStream();
        fields.forEach(
                (key, value) ->
                        part(
                                sent,
                                boundary,
                                "name=\"" + key + "\"",
                                value.getBytes(StandardCharsets.UTF_8)));
        part(sent, boundary, "name=\"" + field + "\"; filename=\"" + name + "\"", content);
        sent.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return exchange(
                HttpRequest.newBuilder(address(action))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.ofByteArray(sent.toByteArray())));
    }

    private static void part(
            ByteArrayOutputStream sent, String boundary, String name, byte[] content) {
        var head = "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n".formatted(boundary, name);
        sent.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        sent.writeBytes(content);
        sent.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Sends these fields and nothing else, not even a form token. */
    public DeskClient post(String path, Map<String, String> fields) {
        var pairs = new ArrayList<String>();
        fields.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
        return exchange(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(String.join("&", pairs))));
    }

    /** Fails unless the status is this one. */
    public DeskClient expect(int status) {
        assertThat(last.statusCode())
                .as(last.request().method() + " " + last.uri() + " answered " + body())
                .isEqualTo(status);
        return this;
    }

    /** The page just answered. */
    public Document page() {
        return Jsoup.parse(body(), last.uri().toString());
    }

    /** What a reader reads in the main part. */
    public String text() {
        return page().select("main").text();
    }

    /** The answer as it came. */
    public String body() {
        return last.body();
    }

    /** The response just answered. */
    public HttpResponse<String> response() {
        return last;
    }

    /** Where the redirect leads. */
    public String redirect() {
        return URI.create(last.headers().firstValue("Location").orElseThrow()).getRawPath()
                + query(URI.create(last.headers().firstValue("Location").orElseThrow()));
    }

    /** The value of a cookie; null without one. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(it -> it.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Gives the browser a cookie of the desk. */
    public DeskClient plant(String name, String value) {
        var cookie = new java.net.HttpCookie(name, value);
        cookie.setPath("/desk");
        cookie.setVersion(0);
        cookies.getCookieStore().add(address("/desk"), cookie);
        return this;
    }

    private DeskClient exchange(HttpRequest.Builder request) {
        try {
            last = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static String query(URI address) {
        return address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
