# SPDX-License-Identifier: Apache-2.0
"""How does a file look that cannot be read, and how does it look mended?"""

from generator.model.handbook import Example, Shown

CALL = "content/notices/2023/2023-11-01-yangli-call.md"
APPLICATION = "registry/forms/yangli/application.yaml"
RENEWAL = "registry/designations/yangli/2023-05-20-renewal.yaml"
LIST = "registry/designations/yangli/2020-06-01-first-list.yaml"
TOPICS = "registry/vocabularies/topics.yaml"
JURISDICTIONS = "registry/vocabularies/jurisdictions.yaml"
LOCK = "registry/addresses.lock"

EXAMPLES = (
    Example(
        "files",
        CALL,
        wrong="content/notices/2023/call.md",
        message="这里不该有这个文件，或文件名不合约定",
        repair="按约定命名或移走：content/notices/年份/日期-短名.md，例如 content/notices/2026/2026-05-20-"
        "linfen-call.md",
        right=CALL,
        shown=Shown.NAME,
    ),
    Example(
        "file-size",
        APPLICATION,
        wrong="一个记录文件有 1 MB 多",
        message="文件有 1,000,001 字节，超过 1,000,000 字节",
        repair="拆成几个文件，每个不超过 1 MB",
        right="拆成几个文件，每个不到 1 MB",
        shown=Shown.WORDS,
    ),
    Example(
        "encoding",
        APPLICATION,
        wrong="用旧版的记事本存成 ANSI（即 GBK），别处打开是乱码",
        message="文件存成了 GBK 编码（即 ANSI）",
        repair="在编辑器里另存为，编码选 UTF-8（记事本：“文件”→“另存为”，下方的“编码”）",
        right="另存为 UTF-8，带不带 BOM 都可以",
        shown=Shown.WORDS,
    ),
    Example(
        "merge-conflict",
        APPLICATION,
        wrong="<<<<<<< HEAD\nmark: 附件1\n=======\nmark: 附件2\n>>>>>>> other\n",
        message="两处改动有冲突，还没有选定留哪一处",
        repair="在第 4 至 8 行里选定要留的内容，再删去 <<<<<<<、=======、>>>>>>> 开头的各行",
        right="mark: 附件1\n",
    ),
    Example(
        "pasted-text",
        CALL,
        wrong="1、第一项\n2、第二项",
        message="这几行以“1、”这样的符号开头，在网页上会连成一段",
        repair="前面空一行，每行改成：1. 第一项",
        right="- 第一项\n- 第二项",
    ),
    Example(
        "hidden-characters",
        RENEWAL,
        wrong="\tstated_count: 2\n",
        message="有不能用的字符 U+0009（制表符 TAB）",
        repair="换成空格：缩进每级两个空格，文字中间一个空格",
        right="    stated_count: 2\n",
    ),
    Example(
        "hidden-characters",
        LIST,
        wrong="name: 样例甲\u200b服务中心, operator",
        message="有不能用的字符 U+200B（零宽空格）",
        repair="光标放到“样例甲”后面，按一次 Delete 键删去它；同一行别处还有的也删去",
        right="name: 样例甲服务中心, operator",
    ),
    Example(
        "front-matter",
        CALL,
        wrong="checked_on: 2024-01-02\n－－－\n",
        message="这一行不是三个半角短横 ---，字段部分因此没有结束",
        repair="改成三个半角短横 ---，前后不留空格",
        right="checked_on: 2024-01-02\n---\n",
    ),
    Example(
        "yaml-syntax",
        RENEWAL,
        wrong="issuer：样例市工业和信息化局",
        message="用了全角冒号“：”",
        repair="改成半角冒号加一个空格：issuer: 样例市工业和信息化局",
        right="issuer: 样例市工业和信息化局",
    ),
    Example(
        "yaml-syntax",
        RENEWAL,
        wrong="issued_on:2023-05-20",
        message="冒号后面缺空格",
        repair="在冒号后加一个空格：issued_on: 2023-05-20",
        right="issued_on: 2023-05-20",
    ),
    Example(
        "yaml-syntax",
        LIST,
        wrong="      - {platform: yangli-0003，name: 样例丙服务中心}",
        message="用了全角标点“，”",
        repair="改成半角逗号加一个空格，写作“, ”",
        right="      - {platform: yangli-0003, name: 样例丙服务中心}",
    ),
    Example(
        "yaml-syntax",
        LIST,
        wrong="  - kind: designate\n   stated_count: 3",
        message="这一行缩进 3 个空格，应为 4 个",
        repair="在行首加 1 个空格",
        right="  - kind: designate\n    stated_count: 3",
    ),
    Example(
        "one-document",
        TOPICS,
        wrong="- {id: principle, label: 认定原则}\n---\n- {id: other, label: 其他}\n",
        message="一个文件里写了不止一份记录",
        repair="删去这一行的 ---；下面若是另一份记录，移到新文件里",
        right="- {id: principle, label: 认定原则}\n",
    ),
    Example(
        "no-directives",
        TOPICS,
        wrong="%YAML 1.2\n---\n- {id: principle, label: 认定原则}",
        message="有 YAML 指令（%开头的行）",
        repair="删去这一行",
        right="- {id: principle, label: 认定原则}",
    ),
    Example(
        "no-anchors",
        APPLICATION,
        wrong="issuer: &ju 样例市工业和信息化局",
        message="用了锚点 &ju",
        repair="删去它；文字本来以 & 开头的，整个值加引号",
        right="issuer: 样例市工业和信息化局",
    ),
    Example(
        "no-aliases",
        APPLICATION,
        wrong="issuer: &ju 样例市工业和信息化局\n"
        "ruleset: yangli/2020\n"
        "mark: 附件1\n"
        "article: 第三条\n"
        "role: applicant\n"
        "layout_known: false\n"
        "where_to_ask: *ju",
        message="用了别名 *ju",
        repair="把内容原样再写一遍；文字本来以 * 开头的，整个值加引号",
        right="issuer: 样例市工业和信息化局\n"
        "ruleset: yangli/2020\n"
        "mark: 附件1\n"
        "article: 第三条\n"
        "role: applicant\n"
        "layout_known: false\n"
        "where_to_ask: 样例市工业和信息化局",
    ),
    Example(
        "no-tags",
        APPLICATION,
        wrong="title: !!str 样例市申请表",
        message="用了标签 !!str",
        repair="删去它；文字本来以 ! 开头的，整个值加引号",
        right="title: 样例市申请表",
    ),
    Example(
        "no-merge-keys",
        APPLICATION,
        wrong="<<: {role: applicant}",
        message="用了合并键 <<",
        repair="把要合并的内容原样写出来",
        right="role: applicant",
    ),
    Example(
        "keys-are-text",
        APPLICATION,
        wrong="2020: 第三条",
        message="字段名不是文字",
        repair="字段名写成一个英文词，后面跟冒号和空格",
        right="article: 第三条",
    ),
    Example(
        "no-duplicate-keys",
        RENEWAL,
        wrong="issuer: 样例市工业和信息化局\nissuer: 样例市工业和信息化局",
        message="“issuer”写了两遍",
        repair="只留一处（第 3 行已经写过）",
        right="issuer: 样例市工业和信息化局",
    ),
    Example(
        "depth",
        APPLICATION,
        wrong="title: [[[[[[[[[[[[[[[[[[[[[样例市申请表]]]]]]]]]]]]]]]]]]]]]",
        message="嵌套超过 20 层",
        repair="减少嵌套，最多 20 层",
        right="title: 样例市申请表",
    ),
    Example(
        "fields",
        LIST,
        wrong="    stated_cuont: 3",
        message="没有“stated_cuont”这个字段",
        repair="是否想写“stated_count”？",
        right="    stated_count: 3",
    ),
    Example(
        "fields",
        RENEWAL,
        wrong="document_number: 样工信〔2023〕8号\nissued_on: 2023-05-20",
        message="缺少字段“issuer”（发文机关）",
        repair="补上 issuer: ……",
        right="document_number: 样工信〔2023〕8号\nissuer: 样例市工业和信息化局\nissued_on: 2023-05-20",
    ),
    Example(
        "values",
        RENEWAL,
        wrong="issued_on: 2023年5月20日",
        message="“2023年5月20日”不是日期",
        repair="写作 2023-05-20",
        right="issued_on: 2023-05-20",
    ),
    Example(
        "values",
        RENEWAL,
        wrong="  - kind: renewal",
        message="“kind”不能是“renewal”",
        repair="是否想写“renew”？可选的有：propose（拟认定公示）、designate（认定）、renew（复核通过（继续"
        "认定））、revoke（撤销）、rename（更名）、correct（更正）、withdraw（撤回）",
        right="  - kind: renew",
    ),
    Example(
        "values",
        LIST,
        wrong='url: "www.example.org/lists/2020"',
        message="“www.example.org/lists/2020”不是可用的网址",
        repair='写作 "https://www.example.org/lists/2020"',
        right='url: "https://example.org/lists/2020"',
    ),
    Example(
        "jurisdictions",
        JURISDICTIONS,
        wrong="- id: national\n  name: 样例省样例市",
        message="编号“national”前面已经用过",
        repair="换一个没有用过的编号；是同一个辖区的，只留一处",
        right="- id: yangli\n  name: 样例省样例市",
    ),
    Example(
        "personal-data",
        CALL,
        wrong="联系人的手机号码写在正文里，例如 1**********",
        message="这里有居民身份证号码",
        repair="删去它，只写科室和办公电话；必须提到的，写作 ******************",
        right="只写科室和办公电话，例如 0990-5550100",
        shown=Shown.WORDS,
    ),
    Example(
        "attachments-can-be-read",
        "",
        wrong="list.doc 改名为 list.docx（仍是旧格式，或加了密码）",
        message="是旧格式的文件，或加了密码",
        repair="去掉密码，另存为 .docx 或 .xlsx，再改文件名",
        right="在 Word 里另存为 .docx，不加密码",
        shown=Shown.WORDS,
    ),
    Example(
        "hidden-data",
        "",
        wrong="list.docx 里留着批注，批注人的姓名也在里面",
        message="文件里有批注，批注人的姓名也在文件里",
        repair="在 Word、Excel 里用“文件→信息→检查文档”删去它，再保存",
        right="用“检查文档”删去批注和作者，再保存",
        shown=Shown.WORDS,
    ),
    Example(
        "lock",
        LOCK,
        wrong="https://example.org/notices/2023/yangli-call/\n",
        message="这一行不是网址",
        repair="从版本库恢复这个文件；要补登网址，运行 platform-registry lock",
        right="notices/2023/yangli-call/\n",
    ),
)
