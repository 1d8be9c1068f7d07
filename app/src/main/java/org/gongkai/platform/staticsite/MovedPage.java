package org.gongkai.platform.staticsite;

import java.nio.charset.StandardCharsets;
import org.springframework.web.util.HtmlUtils;

/**
 * What stands at a moved address (已迁移) for web servers that do not know of it: on to the new one.
 */
final class MovedPage {
    private MovedPage() {}

    static byte[] to(String address) {
        var safe = HtmlUtils.htmlEscape(address);
        return ("<!DOCTYPE html><html lang=\"zh-CN\"><meta charset=\"utf-8\">"
                        + "<meta http-equiv=\"refresh\" content=\"0; url="
                        + safe
                        + "\"><title>"
                        + safe
                        + "</title><a href=\""
                        + safe
                        + "\">"
                        + safe
                        + "</a></html>\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
