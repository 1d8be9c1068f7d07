package org.gongkai.platform.database;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.platform.database.DatabaseAccess.Login;
import org.gongkai.platform.settings.StartRefused;

/**
 * The address of an external database with its owner (数据库地址).
 *
 * @param url the address without user and password
 * @param owner the role that owns the tables
 */
record OwnerAddress(String url, Login owner) {

    /** Takes {@code user} and {@code password} out of the address. */
    static OwnerAddress parse(String given) {
        int question = given.indexOf('?');
        String plain = question < 0 ? given : given.substring(0, question);
        String user = "";
        String password = "";
        List<String> others = new ArrayList<>();
        for (String each :
                question < 0 ? new String[0] : given.substring(question + 1).split("&")) {
            if (each.startsWith("user=")) {
                user = decode(each);
            } else if (each.startsWith("password=")) {
                password = decode(each);
            } else {
                others.add(each);
            }
        }
        if (user.isEmpty()) {
            throw StartRefused.because("database.start.no-owner");
        }
        String url = others.isEmpty() ? plain : plain + "?" + String.join("&", others);
        return new OwnerAddress(url, new Login(user, password));
    }

    private static String decode(String parameter) {
        String value = parameter.substring(parameter.indexOf('=') + 1);
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
