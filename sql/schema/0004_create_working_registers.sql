-- The sheets of the workbook that follow the spine: the other maps and lists, and the working registers.

-- 技术路线
CREATE TABLE technology (
    key TEXT COLLATE "C" PRIMARY KEY,
    chain TEXT COLLATE "C", -- 产业链
    segment TEXT COLLATE "C", -- 环节
    name TEXT COLLATE "C", -- 技术
    stage TEXT COLLATE "C", -- 阶段
    level TEXT COLLATE "C", -- 水平
    start_year TEXT COLLATE "C", -- 起始年
    target_year TEXT COLLATE "C", -- 目标年
    goal TEXT COLLATE "C", -- 目标
    milestones TEXT COLLATE "C", -- 里程碑
    lead_enterprise TEXT COLLATE "C", -- 牵头企业
    partners TEXT COLLATE "C", -- 合作单位
    platform TEXT COLLATE "C", -- 攻关平台
    department TEXT COLLATE "C", -- 责任单位
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 应用领域
CREATE TABLE application (
    key TEXT COLLATE "C" PRIMARY KEY,
    chain TEXT COLLATE "C", -- 产业链
    segment TEXT COLLATE "C", -- 环节
    field TEXT COLLATE "C", -- 应用领域
    scenario TEXT COLLATE "C", -- 应用场景
    enterprises TEXT COLLATE "C", -- 代表企业
    share BIGINT, -- 占比, millionths of %
    note TEXT COLLATE "C", -- 备注
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 资金到位
CREATE TABLE arrival (
    key TEXT COLLATE "C" PRIMARY KEY,
    project TEXT COLLATE "C", -- 项目编码
    on_date TEXT COLLATE "C", -- 日期
    sequence BIGINT, -- 序号, millionths
    amount BIGINT, -- 金额, millionths of 万元
    kind TEXT COLLATE "C", -- 类型
    evidence TEXT COLLATE "C", -- 凭证
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 集群清单
CREATE TABLE cluster (
    key TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C", -- 名称
    chain TEXT COLLATE "C", -- 产业链
    level TEXT COLLATE "C", -- 级别
    region TEXT COLLATE "C", -- 区域
    industry TEXT COLLATE "C", -- 主导产业
    area BIGINT, -- 面积, millionths of 亩
    workshop_area BIGINT, -- 标准厂房面积, millionths of 万平方米
    settled BIGINT, -- 已入驻企业
    enterprises BIGINT, -- 企业数
    above_scale BIGINT, -- 规上企业数
    revenue BIGINT, -- 营业收入, millionths of 万元
    tax BIGINT, -- 税收, millionths of 万元
    platforms TEXT COLLATE "C", -- 公共平台
    goal TEXT COLLATE "C", -- 目标
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 平台清单
CREATE TABLE platform (
    key TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C", -- 名称
    chain TEXT COLLATE "C", -- 产业链
    segment TEXT COLLATE "C", -- 环节
    type TEXT COLLATE "C", -- 类型
    level TEXT COLLATE "C", -- 级别
    host TEXT COLLATE "C", -- 依托单位
    recognised_on TEXT COLLATE "C", -- 认定日期
    valid_until TEXT COLLATE "C", -- 有效期至
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 问题清单
CREATE TABLE issue (
    key TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C", -- 编号
    enterprise TEXT COLLATE "C", -- 企业
    project TEXT COLLATE "C", -- 项目
    chain TEXT COLLATE "C", -- 产业链
    category TEXT COLLATE "C", -- 类别
    content TEXT COLLATE "C", -- 内容
    origin TEXT COLLATE "C", -- 来源
    raised_on TEXT COLLATE "C", -- 提出日期
    lead_department TEXT COLLATE "C", -- 主办单位
    support_departments TEXT COLLATE "C", -- 协办单位
    assigned_on TEXT COLLATE "C", -- 交办日期
    limit_days BIGINT, -- 办理时限, millionths of a working day
    state TEXT COLLATE "C", -- 状态
    supervised BOOLEAN, -- 督办
    progress TEXT COLLATE "C", -- 办理进展
    handled_on TEXT COLLATE "C", -- 办结日期
    revisited_on TEXT COLLATE "C", -- 回访日期
    satisfaction TEXT COLLATE "C", -- 满意度
    closed_on TEXT COLLATE "C", -- 销号日期
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 政策清单
CREATE TABLE policy (
    key TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C", -- 文号
    name TEXT COLLATE "C", -- 名称
    chains TEXT COLLATE "C", -- 产业链
    issuer TEXT COLLATE "C", -- 发布机关
    level TEXT COLLATE "C", -- 层级
    issued_on TEXT COLLATE "C", -- 发布日期
    valid_until TEXT COLLATE "C", -- 有效期至
    segments TEXT COLLATE "C", -- 适用环节
    clauses TEXT COLLATE "C", -- 条款
    department TEXT COLLATE "C", -- 主管部门
    fulfilment TEXT COLLATE "C", -- 兑现情况
    fair_competition TEXT COLLATE "C", -- 公平竞争审查
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 走访记录
CREATE TABLE visit (
    key TEXT COLLATE "C" PRIMARY KEY,
    on_date TEXT COLLATE "C", -- 日期
    enterprise TEXT COLLATE "C", -- 企业
    leader TEXT COLLATE "C", -- 带队领导
    departments TEXT COLLATE "C", -- 参加单位
    advice TEXT COLLATE "C", -- 意见建议
    issues TEXT COLLATE "C", -- 问题编号
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 招商活动
CREATE TABLE event (
    key TEXT COLLATE "C" PRIMARY KEY,
    name TEXT COLLATE "C", -- 名称
    on_date TEXT COLLATE "C", -- 日期
    place TEXT COLLATE "C", -- 地点
    chain TEXT COLLATE "C", -- 产业链
    signed_projects BIGINT, -- 签约项目数
    signed_amount BIGINT, -- 签约金额, millionths of 万元
    attendees TEXT COLLATE "C", -- 参加企业
    minutes TEXT COLLATE "C", -- 纪要
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 议定事项
CREATE TABLE decision (
    key TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C", -- 编号
    meeting TEXT COLLATE "C", -- 会议
    content TEXT COLLATE "C", -- 事项
    lead_department TEXT COLLATE "C", -- 牵头单位
    support_departments TEXT COLLATE "C", -- 配合单位
    due TEXT COLLATE "C", -- 时限
    progress TEXT COLLATE "C", -- 进展
    state TEXT COLLATE "C", -- 状态
    completed_on TEXT COLLATE "C", -- 完成日期
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- The steps of an issue from registration to closing; append-only.
CREATE TABLE issue_step_event (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    issue TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    on_date TEXT COLLATE "C",
    note TEXT COLLATE "C",
    version BIGINT NOT NULL,
    actor TEXT COLLATE "C" NOT NULL,
    at TEXT COLLATE "C" NOT NULL
);
CREATE INDEX issue_step_event_issue ON issue_step_event (issue);
