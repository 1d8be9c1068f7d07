/**
 * The portal (门户): what everybody reads without an account: home, columns, documents, search,
 * feeds, the register of withdrawals and corrections.
 *
 * <p>Law: 《政府信息公开条例》 arts. 23–24; 国办发〔2017〕47号 (page tags, navigation); 国办公开办函〔2019〕61号 (fixed
 * parts). It holds no data: everything is read from the public register, the one visibility gate.
 */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "disclosures",
            "columns",
            "organization",
            "search",
            "files",
            "letters",
            "textcheck",
            "pages",
            "pagecache",
            "refusals",
            "settings",
            "roles"
        })
@NullMarked
package org.gongkai.opengov.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
