package org.gongkai.platform.pages.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of registers (台账): every register and setting this person may open. */
@Controller
class RegistersPage {

    @GetMapping("/desk/registers")
    String show() {
        return "pages/registers";
    }
}
