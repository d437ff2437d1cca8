-- The registers of the workbook as they stand now: one row per key, soft-deleted by withdrawn, locked by version.
-- Quantities are millionths of their unit, which for money in 万元 is fen. Every text is compared byte by byte,
-- so that both databases sort alike.

-- 产业链
CREATE TABLE chain (
    key TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C", -- 编码
    name TEXT COLLATE "C", -- 名称
    area TEXT COLLATE "C", -- 地区
    edition TEXT COLLATE "C", -- 版本
    lead_industry BOOLEAN, -- 首位产业
    lead_department TEXT COLLATE "C", -- 牵头单位
    summary TEXT COLLATE "C", -- 简介
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 区域
CREATE TABLE region (
    key TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C", -- 编码
    name TEXT COLLATE "C", -- 名称
    type TEXT COLLATE "C", -- 类型
    parent TEXT COLLATE "C", -- 上级
    level TEXT COLLATE "C", -- 级别
    longitude BIGINT, -- 经度, millionths of °
    latitude BIGINT, -- 纬度, millionths of °
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 环节
CREATE TABLE segment (
    key TEXT COLLATE "C" PRIMARY KEY,
    chain TEXT COLLATE "C", -- 产业链
    code TEXT COLLATE "C", -- 编码
    name TEXT COLLATE "C", -- 名称
    branch TEXT COLLATE "C", -- 细分链
    position TEXT COLLATE "C", -- 位置
    parent TEXT COLLATE "C", -- 上级环节
    feeds TEXT COLLATE "C", -- 下游环节
    diagnosis TEXT COLLATE "C", -- 诊断
    diagnosis_reason TEXT COLLATE "C", -- 诊断理由
    remedy TEXT COLLATE "C", -- 对策
    position_order BIGINT, -- 排序
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 企业清单
CREATE TABLE enterprise (
    key TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C", -- 统一社会信用代码
    name TEXT COLLATE "C", -- 企业名称
    chain TEXT COLLATE "C", -- first of chains: figures count here, once
    chains TEXT COLLATE "C", -- 产业链
    segment TEXT COLLATE "C", -- first of segments: figures count here, once
    segments TEXT COLLATE "C", -- 环节
    role TEXT COLLATE "C", -- 企业角色
    region TEXT COLLATE "C", -- 区域
    products TEXT COLLATE "C", -- 主要产品
    above_scale BOOLEAN, -- 规上
    entered TEXT COLLATE "C", -- 入规年月
    departed TEXT COLLATE "C", -- 退规年月
    titles TEXT COLLATE "C", -- 资质
    employees BIGINT, -- 从业人数, millionths of 人
    contact TEXT COLLATE "C", -- 联系人
    phone TEXT COLLATE "C", -- 联系电话
    sponsor TEXT COLLATE "C", -- 包联领导
    status TEXT COLLATE "C", -- 状态
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 链长制
CREATE TABLE leadership (
    key TEXT COLLATE "C" PRIMARY KEY,
    chain TEXT COLLATE "C", -- 产业链
    role TEXT COLLATE "C", -- 角色
    name TEXT COLLATE "C", -- 姓名或单位
    title TEXT COLLATE "C", -- 职务
    since TEXT COLLATE "C", -- 任职起
    until TEXT COLLATE "C", -- 任职止
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 项目清单
CREATE TABLE project (
    key TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C", -- 项目编码
    name TEXT COLLATE "C", -- 项目名称
    chain TEXT COLLATE "C", -- 产业链
    segment TEXT COLLATE "C", -- 环节
    remedy TEXT COLLATE "C", -- 链条作用
    investor TEXT COLLATE "C", -- 投资方
    source_province TEXT COLLATE "C", -- 来源省
    source_city TEXT COLLATE "C", -- 来源市
    owner TEXT COLLATE "C", -- 业主企业
    region TEXT COLLATE "C", -- 区域
    content TEXT COLLATE "C", -- 建设内容
    total_investment BIGINT, -- 总投资, millionths of 万元
    contract_amount BIGINT, -- 合同资金, millionths of 万元
    currency TEXT COLLATE "C", -- 币种
    year_plan BIGINT, -- 年度计划投资, millionths of 万元
    invested BIGINT, -- 累计完成投资, millionths of 万元
    agreement TEXT COLLATE "C", -- 协议类型
    lead_on TEXT COLLATE "C", -- 线索日期
    negotiating_on TEXT COLLATE "C", -- 在谈日期
    framework_on TEXT COLLATE "C", -- 框架协议日期
    signed_on TEXT COLLATE "C", -- 签约日期
    registered_on TEXT COLLATE "C", -- 注册日期
    filed_on TEXT COLLATE "C", -- 备案日期
    landed_on TEXT COLLATE "C", -- 供地日期
    started_on TEXT COLLATE "C", -- 开工日期
    completed_on TEXT COLLATE "C", -- 竣工日期
    operating_on TEXT COLLATE "C", -- 投产日期
    enlisted_on TEXT COLLATE "C", -- 入规日期
    at_capacity_on TEXT COLLATE "C", -- 达产日期
    suspended_on TEXT COLLATE "C", -- 暂停日期
    terminated_on TEXT COLLATE "C", -- 终止日期
    planned_start TEXT COLLATE "C", -- 计划开工
    planned_completion TEXT COLLATE "C", -- 计划竣工
    planned_operation TEXT COLLATE "C", -- 计划投产
    origin TEXT COLLATE "C", -- 原项目
    department TEXT COLLATE "C", -- 责任单位
    sponsor TEXT COLLATE "C", -- 包联领导
    progress TEXT COLLATE "C", -- 形象进度
    problems TEXT COLLATE "C", -- 存在问题
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 指标
CREATE TABLE indicator (
    key TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C", -- 编码
    name TEXT COLLATE "C", -- 名称
    unit TEXT COLLATE "C", -- 单位
    frequency TEXT COLLATE "C", -- 频率
    period TEXT COLLATE "C", -- 时期类型
    january TEXT COLLATE "C", -- 元月数据
    basis TEXT COLLATE "C", -- 增速口径
    main_source TEXT COLLATE "C", -- 主来源
    direction TEXT COLLATE "C", -- 方向
    since TEXT COLLATE "C", -- 起始月
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 月度调度
CREATE TABLE monthly_report (
    key TEXT COLLATE "C" PRIMARY KEY,
    month TEXT COLLATE "C", -- 月份
    object_kind TEXT COLLATE "C", -- chain, enterprise, region or department
    object TEXT COLLATE "C", -- 对象, its key
    chain TEXT COLLATE "C", -- 产业链
    indicator TEXT COLLATE "C", -- 指标
    source TEXT COLLATE "C", -- 来源部门
    in_month BIGINT, -- 当月
    cumulative BIGINT, -- 本年累计
    base BIGINT, -- 上年同期累计
    growth BIGINT, -- 同比, millionths of %
    two_years_ago BIGINT, -- 两年前同期累计
    expected_next BIGINT, -- 下月预计
    rank BIGINT, -- 全市位次
    rank_of BIGINT, -- 位次总数
    status TEXT COLLATE "C", -- 数据状态
    cause TEXT COLLATE "C", -- 原因分析
    warning TEXT COLLATE "C", -- what made the figure implausible when it came in
    explanation TEXT COLLATE "C", -- the batch's explanation of its warnings
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

-- 年度目标
CREATE TABLE target (
    key TEXT COLLATE "C" PRIMARY KEY,
    year TEXT COLLATE "C", -- 年份
    object_kind TEXT COLLATE "C", -- chain, enterprise, region or department
    object TEXT COLLATE "C", -- 对象, its key
    chain TEXT COLLATE "C", -- 产业链
    indicator TEXT COLLATE "C", -- 指标
    kind TEXT COLLATE "C", -- 目标类型
    value BIGINT, -- 目标值
    first_quarter BIGINT, -- 一季度
    second_quarter BIGINT, -- 二季度
    third_quarter BIGINT, -- 三季度
    fourth_quarter BIGINT, -- 四季度
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);

CREATE INDEX enterprise_chain ON enterprise (chain);
CREATE INDEX project_chain ON project (chain);
CREATE INDEX monthly_report_month ON monthly_report (month, object_kind, indicator);
CREATE INDEX monthly_report_object ON monthly_report (object, indicator, month);
