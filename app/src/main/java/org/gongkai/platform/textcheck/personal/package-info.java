/** Personal data in texts (个人信息识别): 个人信息保护法 arts. 25 and 28. */
@NullMarked
package org.gongkai.platform.textcheck.personal;

import org.jspecify.annotations.NullMarked;
