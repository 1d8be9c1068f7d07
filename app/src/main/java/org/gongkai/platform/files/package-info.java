/**
 * Files and imported text (附件与导入): taking in, recognising, keeping and handing out files; cleaning
 * pasted HTML; reading .docx drafts.
 *
 * <p>Law: 网络安全法 art. 21 (guarding what is kept); 《政府信息公开条例》 art. 24 (read and download). A library
 * without access rules: whoever calls it decides who may.
 */
@ApplicationModule(
        displayName = "Files",
        allowedDependencies = {"refusals", "settings"})
@NullMarked
package org.gongkai.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
