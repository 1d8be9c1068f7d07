package org.gongkai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.gongkai.platform.files.Removal.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Clean body — closed list of elements, one form")
class HtmlCleanerTests {
    private static final String OWN =
            "/files/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef.png";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\u0001',
            value = {
                "文字 | <p>文字</p>",
                "<b>粗</b>细 | <p><strong>粗</strong>细</p>",
                "<p>　　首行缩进</p> | <p>首行缩进</p>",
                "<p>&nbsp;&nbsp;&nbsp;&nbsp;首行缩进</p> | <p>首行缩进</p>",
                "<p>13<b>8</b>00<b>1</b></p> | <p>13<strong>8</strong>00<strong>1</strong></p>",
                "<b>一</b><b>二</b> | <p><strong>一二</strong></p>",
                "<div>一</div><div>二</div> | <p>一</p>¶<p>二</p>",
                "<div>一<div>二</div></div> | <p>一</p>¶<p>二</p>",
                "<p>一</p><p>&nbsp;</p><p><br></p><p>二</p> | <p>一</p>¶<p>二</p>",
                "<h1>一</h1><h3>二</h3><h3>三</h3><h1>四</h1> | <h2>一</h2>¶<h3>二</h3>¶<h3>三</h3>¶<h2>四</h2>",
                "<h4>一</h4><h2>二</h2> | <h2>一</h2>¶<h2>二</h2>",
                "<p style='text-align:right;color:red'>二〇二一年</p> | <p class=\"text-right\">二〇二一年</p>",
                "<p class='MsoNormal x' onclick='f()'>文</p> | <p>文</p>",
                "<a href='https://www.gov.cn/a?b=1&c=2'>网</a> | <p><a href=\"https://www.gov.cn/a?b=1&amp;c=2\">网</a></p>",
                "<a href='javascript:alert(1)'>点</a> | <p>点</p>",
                "<a href='jAva&#10;script:alert(1)'>点</a> | <p>点</p>",
                "<a href='//evil.example/x'>点</a> | <p>点</p>",
                "<a href='https://gov.cn@evil.example/'>点</a> | <p>点</p>",
                "<a href='data:text/html,x'>点</a> | <p>点</p>",
                "<a href='/d/640100-113/2021-00201'>点</a> | <p><a href=\"/d/640100-113/2021-00201\">点</a></p>",
                "<script>alert(1)</script>文 | <p>文</p>",
                "<img src='https://t.example/p.gif' width=1 height=1>文 | <p>文</p>",
                "<iframe src='https://x.example'></iframe>文 | <p>文</p>",
                "<p><o:p>文</o:p><!--[if gte mso 9]><xml>x</xml><![endif]--></p> | <p>文</p>",
                "<span style='mso-hide:all'>藏</span>文 | <p>文</p>",
                "<p>a &lt;script&gt; b</p> | <p>a &lt;script&gt; b</p>",
                "<p>“弯引号”——破折号……</p> | <p>“弯引号”——破折号……</p>",
                "<p>一<br><br>二<br></p> | <p>一<br>二</p>",
                "<ul>错<li>一</li></ul> | <ul>¶<li>错</li>¶<li>一</li>¶</ul>",
                "<p>\u202Egnp.exe\u202C</p> | <p>gnp.exe</p>",
            })
    void becomes(String dirty, String clean) {
        assertThat(HtmlCleaner.clean(dirty).html()).isEqualTo(clean.replace('¶', '\n') + "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><p><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'></svg>",
                "<math><mtext><table><mglyph><style><img src=x onerror=f()></math>",
                "<noscript><p title='</noscript><img src=x onerror=f()>'></noscript>",
                "<textarea></p><img src=x onerror=f()></textarea>",
                "<p title='<script>f()</script>'></p><img src='x' onerror='f()'>"
            })
    void leavesNothingOfWhatOnlyLooksHarmless(String dirty) {
        assertThat(HtmlCleaner.clean(dirty).html()).doesNotContain("<img", "<script", "onerror=");
    }

    @Test
    void keepsTablesWithHeadCellsAndCaption() {
        var clean =
                HtmlCleaner.clean(
                        "<p>表1 水源地水质</p><table border=1 style='width:3cm'><colgroup><col></colgroup><tr><td><b>名称</b></td><td><p><b>类别</b></p></td></tr>"
                                + "<tr><td colspan=2><p>东郊</p></td></tr></table>");

        assertThat(clean.html())
                .isEqualTo(
                        """
                        <table>
                        <caption>表1 水源地水质</caption>
                        <thead>
                        <tr>
                        <th scope="col">名称</th>
                        <th scope="col">类别</th>
                        </tr>
                        </thead>
                        <tbody>
                        <tr>
                        <td colspan="2">东郊</td>
                        </tr>
                        </tbody>
                        </table>
                        """);
        assertThat(clean.text()).isEqualTo("表1 水源地水质\n名称\t类别\n东郊");
    }

    @Test
    void keepsOwnPicturesWithTheirAlternatives() {
        assertThat(HtmlCleaner.clean("<img alt='  地 图 ' src='" + OWN + "' onload=x>").html())
                .isEqualTo("<p><img src=\"" + OWN + "\" alt=\"地 图\"></p>\n");
    }

    @Test
    void tellsWhatItTookOut() {
        var removals =
                HtmlCleaner.clean(
                                "<p onclick=f()>文</p><script>x</script><a href='javascript:f()'>点</a><img src=https://t.example/1.gif><span style='display:none'>藏</span><form><input></form><iframe></iframe>")
                        .removals();

        assertThat(removals)
                .extracting(Removal::kind)
                .containsExactly(
                        Kind.HANDLER,
                        Kind.SCRIPT,
                        Kind.LINK,
                        Kind.IMAGE,
                        Kind.HIDDEN_TEXT,
                        Kind.FORM,
                        Kind.FRAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<p>一<p>二<table><p>三<tr><td>四<li>五",
                "<ul><ul><li>一</ul><ol>二</ol></ul>",
                "<strong><p>一</p><em><h2>二</h2></strong>三</em>",
                "<table><tr><td><table><tr><td>内</td></tr></table></td></tr></table>",
                "<li>孤</li><td>格</td><caption>题</caption>",
                "<blockquote>引<p>文</p></blockquote><dl><dt>词<dd>义<p>二</dl>",
                "<a href=/x><p>块</p></a><a href=/y><a href=/z>套</a></a>",
                "<h2><h3>嵌</h3></h2><h2><img src=x></h2>",
                "<p>表1 题</p><table><tr><th>甲<th>乙<tr><td>1<td>2</table>",
                "<figure><img src='" + OWN + "'><figcaption><p>说明</p></figcaption></figure>"
            })
    void isStable(String dirty) {
        var once = HtmlCleaner.clean(dirty).html();

        assertThat(HtmlCleaner.clean(once).html()).isEqualTo(once);
    }

    @Test
    void isStableOnRandomMarkup() {
        var names =
                "p,div,b,i,span,table,tr,td,th,ul,ol,li,h1,h2,h4,a href=/x,br,blockquote,thead,caption,sup,dl,dt,dd,figure,figcaption,font,section,hr"
                        .split(",");
        var random = new Random(20261123);
        for (var count = 0; count < 3000; count++) {
            var html = new StringBuilder();
            for (var part = 0; part < 3 + random.nextInt(25); part++) {
                var name = names[random.nextInt(names.length)];
                switch (random.nextInt(4)) {
                    case 0, 1 -> html.append('<').append(name).append('>');
                    case 2 -> html.append("</").append(name.split(" ")[0]).append('>');
                    default -> html.append("　 文").append(part).append(" ");
                }
            }
            var once = HtmlCleaner.clean(html.toString()).html();

            assertThat(HtmlCleaner.clean(once).html()).as(html.toString()).isEqualTo(once);
            assertThat(once).doesNotContain("<div", "<span", "<script", "style=");
        }
    }

    @Test
    void readsDeeplyNestedMarkup() {
        var deep = "<div><b>".repeat(5000) + "底" + "</b></div>".repeat(5000);

        assertThat(HtmlCleaner.clean(deep).text()).isEqualTo("底");
    }
}
