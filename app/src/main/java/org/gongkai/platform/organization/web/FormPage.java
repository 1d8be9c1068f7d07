package org.gongkai.platform.organization.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/**
 * A form of the registers (登记表单): one thing added, changed or ended.
 *
 * @param what last part of the keys {@code organization.form.<what>.title}, {@code .lead} and
 *     {@code .submit}
 * @param about whom or what it is about; empty for something new
 * @param action where it is sent
 * @param back where one goes without sending it
 */
record FormPage(String what, String about, String action, String back, List<FormField> fields) {
    FormPage {
        fields = List.copyOf(fields);
    }

    /** About what was typed as its name, even when that is still missing. */
    static FormPage about(
            String what,
            @Nullable String about,
            String action,
            String back,
            List<FormField> fields) {
        return new FormPage(what, about == null ? "" : about, action, back, fields);
    }

    String show(Model model) {
        model.addAttribute("page", this);
        return "organization/form";
    }
}
