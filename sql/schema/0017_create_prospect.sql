-- 招商目标: whom the office means to win for a segment
CREATE TABLE prospect (
    key TEXT COLLATE "C" PRIMARY KEY,
    code TEXT COLLATE "C", -- 编号
    chain TEXT COLLATE "C", -- 产业链
    segment TEXT COLLATE "C", -- 环节
    name TEXT COLLATE "C", -- 名称
    province TEXT COLLATE "C", -- 所在省
    city TEXT COLLATE "C", -- 所在市
    state TEXT COLLATE "C", -- 联系状态
    department TEXT COLLATE "C", -- 联系单位
    contact TEXT COLLATE "C", -- 联系人
    phone TEXT COLLATE "C", -- 联系电话
    direction TEXT COLLATE "C", -- 拟投方向
    project TEXT COLLATE "C", -- 项目
    note TEXT COLLATE "C", -- 备注
    extra TEXT COLLATE "C",
    version BIGINT NOT NULL,
    withdrawn BOOLEAN NOT NULL,
    changed_at TEXT COLLATE "C" NOT NULL
);
