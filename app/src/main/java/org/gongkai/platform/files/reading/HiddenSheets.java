package org.gongkai.platform.files.reading;

import java.util.HashSet;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Which worksheets of a book are not shown (隐藏的工作表). */
final class HiddenSheets extends DefaultHandler {
    private final Set<String> names = new HashSet<>();

    Set<String> names() {
        return names;
    }

    @Override
    public void startElement(String space, String name, String full, Attributes attributes) {
        var state = attributes.getValue("state");
        var sheet = attributes.getValue("name");
        if (name.equals("sheet") && sheet != null && state != null && !state.equals("visible")) {
            names.add(sheet);
        }
    }
}
