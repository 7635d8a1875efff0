-- The aggregates behind the judged table of the demo district, in plain SQL over the ledger's own
-- tables: current versions only. :day is the judged day.
-- B4 上年末市场主体数
SELECT count(*) FROM "台账:市场主体" r WHERE r.until IS NULL AND r."成立日期" <= min(:day, '2022-12-31') AND (r."注销日期" IS NULL OR r."注销日期" > min(:day, '2022-12-31'));
-- B5 上年末“四上”企业数
SELECT count(*) FROM "台账:四上企业" r WHERE r.until IS NULL AND r."入库日期" <= min(:day, '2022-12-31') AND (r."退库日期" IS NULL OR r."退库日期" > min(:day, '2022-12-31'));
-- P10 引进培育新金融、类金融机构
SELECT count(DISTINCT r."统一社会信用代码") FROM "台账:金融机构" r WHERE r.until IS NULL AND r."备案日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."机构类型" IN ('产投基金', '私募基金', '创投基金', '融资租赁', '商业保理', '小额贷款', '融资担保');
-- P11 新增市场主体
SELECT count(*) FROM "台账:市场主体" r WHERE r.until IS NULL AND r."成立日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- P12 新增区域性总部
SELECT count(DISTINCT r."统一社会信用代码") FROM "台账:总部企业" r WHERE r.until IS NULL AND r."设立日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."总部层级" IN ('区域性总部') AND r."职能证明" IS NOT NULL;
-- P13 认定市级总部
SELECT count(DISTINCT r."统一社会信用代码") FROM "台账:总部企业" r WHERE r.until IS NULL AND r."认定日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."认定级别" IN ('市级') AND r."认定文号" IS NOT NULL;
-- P14 新引进落户招商项目
SELECT count(DISTINCT r."投资方" || char(31) || r."选址") FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.注册" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."项目性质" IN ('新引进');
-- P15 引入市外投资增长
SELECT sum(r."金额") FROM "台账:到账记录" r WHERE r.until IS NULL AND r."到账日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."付款方所在地" IN ('市外省内', '省外', '境外');
SELECT sum(r."金额") FROM "台账:到账记录" r WHERE r.until IS NULL AND r."到账日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."付款方所在地" IN ('市外省内', '省外', '境外');
-- P16 新增高新技术企业
SELECT count(DISTINCT r."统一社会信用代码") FROM "台账:高新技术企业" r WHERE r.until IS NULL AND r."发证日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."认定类型" IN ('首次认定', '重新认定') AND r."统一社会信用代码" NOT IN (SELECT o."统一社会信用代码" FROM "台账:高新技术企业" o WHERE o.until IS NULL AND o."发证日期" < '2023-01-01');
-- P17 国家科技型中小企业库在库企业
SELECT count(DISTINCT r."统一社会信用代码") FROM "台账:科技型中小企业" r WHERE r.until IS NULL AND r."公告日期" <= min(:day, '2023-12-31') AND (r."失效日期" IS NULL OR r."失效日期" > min(:day, '2023-12-31'));
-- P19 技术合同成交额
SELECT sum(r."成交额") FROM "台账:技术合同" r WHERE r.until IS NULL AND r."登记日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."卖方所在区" IN ('本区');
-- P20 低效楼宇腾笼换业
SELECT count(*) FROM "台账:楼宇" r WHERE r.until IS NULL AND r."换业.新入驻" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."低效认定" IN ('是') AND r."换业后入驻率" >= 700;
-- P21 高品质楼宇入驻率、产出率提高
SELECT sum(r."已租面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."楼宇" IN ('LY0001');
SELECT sum(r."可租面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."楼宇" IN ('LY0001');
SELECT sum(r."已租面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."楼宇" IN ('LY0001');
SELECT sum(r."可租面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."楼宇" IN ('LY0001');
SELECT sum(r."税收") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."楼宇" IN ('LY0001');
SELECT sum(r."建筑面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."楼宇" IN ('LY0001');
SELECT sum(r."税收") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."楼宇" IN ('LY0001');
SELECT sum(r."建筑面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."楼宇" IN ('LY0001');
SELECT sum(r."已租面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."楼宇" IN ('LY0002');
SELECT sum(r."可租面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."楼宇" IN ('LY0002');
SELECT sum(r."已租面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."楼宇" IN ('LY0002');
SELECT sum(r."可租面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."楼宇" IN ('LY0002');
SELECT sum(r."税收") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."楼宇" IN ('LY0002');
SELECT sum(r."建筑面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."楼宇" IN ('LY0002');
SELECT sum(r."税收") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."楼宇" IN ('LY0002');
SELECT sum(r."建筑面积") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."楼宇" IN ('LY0002');
-- P22 新引育高层次人才
SELECT count(DISTINCT r."人才编号") FROM "台账:人才" r WHERE r.until IS NULL AND r."入选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."层次" IN ('A类', 'B类', 'C类', 'D类');
-- P23 引进硕士、博士等青年人才
SELECT count(DISTINCT r."人才编号") FROM "台账:人才" r WHERE r.until IS NULL AND r."首次参保日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."学位" IN ('硕士', '博士');
-- P24 全面完成活力区二、三区征收拆迁
SELECT count(*) FROM "台账:征收户" r WHERE r.until IS NULL AND r."进度.拆除" <= min(:day, '2023-12-31') AND r."片区" IN ('PQ-HL2');
SELECT count(*) FROM "台账:征收户" r WHERE r.until IS NULL AND r."片区" IN ('PQ-HL2');
SELECT count(*) FROM "台账:征收户" r WHERE r.until IS NULL AND r."进度.拆除" <= min(:day, '2023-12-31') AND r."片区" IN ('PQ-HL3');
SELECT count(*) FROM "台账:征收户" r WHERE r.until IS NULL AND r."片区" IN ('PQ-HL3');
-- P25 拆迁清零
SELECT count(*) FROM "台账:片区" r WHERE r.until IS NULL AND r."完成日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('拆迁清零') AND EXISTS (SELECT 1 FROM "台账:征收拆迁项目" p WHERE p.until IS NULL AND p."片区" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:征收拆迁项目" p WHERE p.until IS NULL AND p."片区" = r.key AND NOT (p."剩余户数" = 0)) AND EXISTS (SELECT 1 FROM "台账:征收户" p WHERE p.until IS NULL AND p."片区" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:征收户" p WHERE p.until IS NULL AND p."片区" = r.key AND NOT (p."进度.拆除" <= :day));
SELECT count(*) FROM "台账:征收拆迁项目" r WHERE r.until IS NULL AND r."清零日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('拆迁清零') AND r."剩余户数" = 0 AND EXISTS (SELECT 1 FROM "台账:征收户" p WHERE p.until IS NULL AND p."项目" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:征收户" p WHERE p.until IS NULL AND p."项目" = r.key AND NOT (p."进度.拆除" <= :day));
-- P26 新片区征收拆迁
SELECT count(DISTINCT r."片区") FROM "台账:征收拆迁项目" r WHERE r.until IS NULL AND r."征收决定日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('新征收') AND r."征收决定文号" IS NOT NULL;
SELECT count(*) FROM "台账:征收拆迁项目" r WHERE r.until IS NULL AND r."征收决定日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('新征收') AND r."征收决定文号" IS NOT NULL;
-- P27 土地出让
SELECT count(DISTINCT r."项目") FROM "台账:地块出让" r WHERE r.until IS NULL AND r."进度.成交" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
SELECT sum(r."面积") FROM "台账:地块出让" r WHERE r.until IS NULL AND r."进度.成交" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- P28 安置房建设
SELECT sum(r."套数") FROM "台账:安置房" r WHERE r.until IS NULL AND r."进度.竣工备案" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- P29 老旧小区改造
SELECT count(*) FROM "台账:片区" r WHERE r.until IS NULL AND r."完成日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('老旧小区') AND EXISTS (SELECT 1 FROM "台账:老旧小区" p WHERE p.until IS NULL AND p."片区" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:老旧小区" p WHERE p.until IS NULL AND p."片区" = r.key AND NOT (p."进度.竣工验收" <= :day));
SELECT sum(r."建筑面积") FROM "台账:老旧小区" r WHERE r.until IS NULL AND r."进度.竣工验收" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- P31 启动低效地块更新
SELECT count(*) FROM "台账:低效地块" r WHERE r.until IS NULL AND r."启动日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."启动方式" IS NOT NULL AND r."启动文号" IS NOT NULL;
-- P32 农村土地经营权流转率
SELECT sum(r."流转面积") FROM "台账:土地流转合同" r WHERE r.until IS NULL AND r."起始日期" <= min(:day, '2023-12-31') AND (r."终止日期" IS NULL OR r."终止日期" > min(:day, '2023-12-31'));
SELECT sum(r."承包面积") FROM "台账:家庭承包地" r WHERE r.until IS NULL;
-- P33 办好民生实事
SELECT count(*) FROM "台账:民生实事" r WHERE r.until IS NULL AND r."验收日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."验收文号" IS NOT NULL AND EXISTS (SELECT 1 FROM "台账:民生实事部件" p WHERE p.until IS NULL AND p."事项" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:民生实事部件" p WHERE p.until IS NULL AND p."事项" = r.key AND NOT (p."完成率" >= 1000 AND p."完成日期" <= :day));
-- P34 建成中小学幼儿园
SELECT count(*) FROM "台账:学校建设项目" r WHERE r.until IS NULL AND r."进度.竣工备案" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- P35 新建、改扩建中小学幼儿园
SELECT count(*) FROM "台账:学校建设项目" r WHERE r.until IS NULL AND r."进度.开工" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."建设性质" IN ('新建', '改扩建');
-- P36 新优学校创建全覆盖
SELECT count(*) FROM "台账:学校" r WHERE r.until IS NULL AND r."新优学校认定日期" <= min(:day, '2023-12-31') AND (r."撤并日期" IS NULL OR r."撤并日期" > min(:day, '2023-12-31'));
SELECT count(*) FROM "台账:学校" r WHERE r.until IS NULL AND r."建校日期" <= min(:day, '2023-12-31') AND (r."撤并日期" IS NULL OR r."撤并日期" > min(:day, '2023-12-31'));
-- P37 “十个100”典型案例
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('德育微课');
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('家庭教育');
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('社会实践');
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('心理健康');
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('班级管理');
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('校园文化');
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('课程思政');
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('劳动教育');
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('志愿服务');
SELECT count(*) FROM "台账:典型案例" r WHERE r.until IS NULL AND r."评选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('网络文明');
-- P38 省二类以上幼儿园占比
SELECT count(*) FROM "台账:幼儿园" r WHERE r.until IS NULL AND r."等级认定日期" <= min(:day, '2023-12-31') AND (r."等级失效日期" IS NULL OR r."等级失效日期" > min(:day, '2023-12-31')) AND r."等级" IN ('省级示范', '省一类', '省二类') AND r."停办日期" IS NULL;
SELECT count(*) FROM "台账:幼儿园" r WHERE r.until IS NULL AND r."开办日期" <= min(:day, '2023-12-31') AND (r."停办日期" IS NULL OR r."停办日期" > min(:day, '2023-12-31'));
-- P39 10分钟绿色生命通道
SELECT count(*) FROM "台账:急救派车记录" r WHERE r.until IS NULL AND r."受理日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."结果" IN ('到达') AND r."到达用时" <= 100;
SELECT count(*) FROM "台账:急救派车记录" r WHERE r.until IS NULL AND r."受理日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."结果" IN ('到达');
-- Q1 链长制和产业链补短板
SELECT count(*) FROM "台账:链条缺口" r WHERE r.until IS NULL AND r."补齐日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- Q3 都市工业重点产业链集群发展
SELECT count(DISTINCT r."统一社会信用代码") FROM "台账:链上企业" r WHERE r.until IS NULL AND r."入链日期" <= min(:day, '2023-12-31') AND (r."出链日期" IS NULL OR r."出链日期" > min(:day, '2023-12-31')) AND r."产业链" IN ('CL-GY1', 'CL-GY2', 'CL-GY3', 'CL-GY4', 'CL-GY5', 'CL-GY6', 'CL-GY7', 'CL-GY8') AND r."规上" IN ('是');
-- Q4 布局元宇宙、区块链、人工智能
SELECT count(DISTINCT r."投资方" || char(31) || r."选址") FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.注册" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."标签" IN ('元宇宙', '区块链', '人工智能');
-- Q6 能源互联链条融合
SELECT count(DISTINCT r."投资方" || char(31) || r."选址") FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.注册" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."标签" IN ('能源互联');
-- Q7 老商埠商业金带振兴
SELECT sum(r."面积") FROM "台账:片区更新" r WHERE r.until IS NULL AND r."进度.开放" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('历史街区');
-- Q9 做强重点商圈
SELECT sum(r."营业额") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."商圈" IN ('是');
SELECT sum(r."营业额") FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r."季末日期" BETWEEN '2022-01-01' AND min(:day, '2022-12-31') AND r."商圈" IN ('是');
-- Q10 引进首店、品牌店、旗舰店
SELECT count(DISTINCT r."品牌" || char(31) || r."门店地址") FROM "台账:首店" r WHERE r.until IS NULL AND r."开业日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- Q12 盯引500强和行业100强企业项目
SELECT count(DISTINCT r."投资方" || char(31) || r."选址") FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.注册" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."投资方榜单" IN ('世界500强', '中国500强', '行业100强');
-- Q13 完善全链条孵化体系
SELECT count(*) FROM "台账:孵化载体" r WHERE r.until IS NULL AND r."备案日期" <= min(:day, '2023-12-31') AND (r."取消日期" IS NULL OR r."取消日期" > min(:day, '2023-12-31'));
-- Q15 支持企业联合创新
SELECT count(*) FROM "台账:技术合同" r WHERE r.until IS NULL AND r."登记日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."合同类别" IN ('技术开发') AND r."卖方所在区" IN ('本区');
-- Q17 深化校企合作
SELECT count(*) FROM "台账:技术合同" r WHERE r.until IS NULL AND r."登记日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."合作高校" IN ('是');
-- Q20 国企集体企业改革和盘活资产
SELECT count(*) FROM "台账:国企与闲置资产" r WHERE r.until IS NULL AND r."盘活日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."批复文号" IS NOT NULL;
-- Q22 落实领军人才工程
SELECT count(DISTINCT r."人才编号") FROM "台账:人才" r WHERE r.until IS NULL AND r."入选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."工程名称" IN ('省级领军人才工程', '市级领军人才工程');
-- Q23 名校行引才活动
SELECT sum(r."实际到岗") FROM "台账:引才活动" r WHERE r.until IS NULL AND r."举办日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."系列" IN ('名校行');
-- Q24 推荐重点人才工程和高技能载体
SELECT count(*) FROM "台账:人才申报" r WHERE r.until IS NULL AND r."进度.入选" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- Q28 一山两河三园生态景观
SELECT sum(r."面积") FROM "台账:片区更新" r WHERE r.until IS NULL AND r."进度.竣工验收" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('生态绿地');
-- Q31 低效园区、厂区更新
SELECT count(*) FROM "台账:低效地块" r WHERE r.until IS NULL AND r."启动日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('低效园区', '低效厂区') AND r."启动文号" IS NOT NULL;
-- Q33 都市农业四大产业链条
SELECT count(DISTINCT r."统一社会信用代码") FROM "台账:农业龙头企业" r WHERE r.until IS NULL AND r."认定日期" <= min(:day, '2023-12-31') AND (r."失效日期" IS NULL OR r."失效日期" > min(:day, '2023-12-31'));
-- Q34 集体资产集中经营、委托管理
SELECT count(*) FROM "台账:集体资产" r WHERE r.until IS NULL AND r."签订日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."经营方式" IN ('集中经营', '委托管理');
-- Q35 集体经营性建设用地入市
SELECT count(*) FROM "台账:集体用地入市" r WHERE r.until IS NULL AND r."入市日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- Q37 三权退出和三变试点
SELECT count(*) FROM "台账:三权退出" r WHERE r.until IS NULL AND r."协议日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- Q39 集团化办学
SELECT count(*) FROM "台账:学校" r WHERE r.until IS NULL AND r."入集团日期" <= min(:day, '2023-12-31') AND (r."撤并日期" IS NULL OR r."撤并日期" > min(:day, '2023-12-31'));
SELECT count(*) FROM "台账:学校" r WHERE r.until IS NULL AND r."建校日期" <= min(:day, '2023-12-31') AND (r."撤并日期" IS NULL OR r."撤并日期" > min(:day, '2023-12-31'));
-- Q40 乡村学校质量提升
SELECT count(*) FROM "台账:学校" r WHERE r.until IS NULL AND r."质量提升完成日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."城乡" IN ('乡村');
-- Q42 学前教育普惠发展
SELECT sum(r."在园幼儿数") FROM "台账:幼儿园" r WHERE r.until IS NULL AND r."开办日期" <= min(:day, '2023-12-31') AND (r."停办日期" IS NULL OR r."停办日期" > min(:day, '2023-12-31')) AND r."办园性质" IN ('公办', '普惠性民办');
SELECT sum(r."在园幼儿数") FROM "台账:幼儿园" r WHERE r.until IS NULL AND r."开办日期" <= min(:day, '2023-12-31') AND (r."停办日期" IS NULL OR r."停办日期" > min(:day, '2023-12-31'));
-- Q45 医联体建设
SELECT count(*) FROM "台账:医疗机构" r WHERE r.until IS NULL AND r."入医联体日期" <= min(:day, '2023-12-31') AND (r."注销日期" IS NULL OR r."注销日期" > min(:day, '2023-12-31'));
SELECT count(*) FROM "台账:医疗机构" r WHERE r.until IS NULL AND r."执业许可日期" <= min(:day, '2023-12-31') AND (r."注销日期" IS NULL OR r."注销日期" > min(:day, '2023-12-31'));
-- Q46 中医馆、中医阁建设
SELECT count(*) FROM "台账:医疗机构" r WHERE r.until IS NULL AND r."中医馆建成日期" <= min(:day, '2023-12-31') AND (r."注销日期" IS NULL OR r."注销日期" > min(:day, '2023-12-31')) AND r."类别" IN ('社区卫生服务中心', '社区卫生服务站', '村卫生室');
SELECT count(*) FROM "台账:医疗机构" r WHERE r.until IS NULL AND r."执业许可日期" <= min(:day, '2023-12-31') AND (r."注销日期" IS NULL OR r."注销日期" > min(:day, '2023-12-31')) AND r."类别" IN ('社区卫生服务中心', '社区卫生服务站', '村卫生室');
-- Q47 分级诊疗
SELECT sum(r."诊疗人次") FROM "台账:诊疗月报" r WHERE r.until IS NULL AND r."月末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."机构层级" IN ('基层');
SELECT sum(r."诊疗人次") FROM "台账:诊疗月报" r WHERE r.until IS NULL AND r."月末日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
-- What is left out: news of the year that lies outside it (entries :begin to :end), things
-- counted once, things reported and not yet there.
.parameter set :begin "(SELECT max(sequence) + 1 FROM entry WHERE time <= 1672502400000)"
.parameter set :end "(SELECT max(sequence) FROM entry WHERE time <= 1706716799999)"
-- P10 引进培育新金融、类金融机构
SELECT count(*), min(r.key) FROM "台账:金融机构" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."备案日期" < '2023-01-01' OR r."备案日期" > '2023-12-31') AND r."机构类型" IN ('产投基金', '私募基金', '创投基金', '融资租赁', '商业保理', '小额贷款', '融资担保');
SELECT count(*), min(r.key) FROM "台账:金融机构" r WHERE r.until IS NULL AND r."备案日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."机构类型" IN ('产投基金', '私募基金', '创投基金', '融资租赁', '商业保理', '小额贷款', '融资担保');
SELECT count(*), min(r.key) FROM "台账:金融机构" r WHERE r.until IS NULL AND r."签约日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."备案日期" IS NULL OR r."备案日期" > :day) AND r."机构类型" IN ('产投基金', '私募基金', '创投基金', '融资租赁', '商业保理', '小额贷款', '融资担保');
-- P11 新增市场主体
SELECT count(*), min(r.key) FROM "台账:市场主体" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."成立日期" < '2023-01-01' OR r."成立日期" > '2023-12-31');
-- P12 新增区域性总部
SELECT count(*), min(r.key) FROM "台账:总部企业" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."设立日期" < '2023-01-01' OR r."设立日期" > '2023-12-31') AND r."总部层级" IN ('区域性总部') AND r."职能证明" IS NOT NULL;
SELECT count(*), min(r.key) FROM "台账:总部企业" r WHERE r.until IS NULL AND r."设立日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."总部层级" IN ('区域性总部') AND r."职能证明" IS NOT NULL;
SELECT count(*), min(r.key) FROM "台账:总部企业" r WHERE r.until IS NULL AND r."协议日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."设立日期" IS NULL OR r."设立日期" > :day) AND r."总部层级" IN ('区域性总部') AND r."职能证明" IS NOT NULL;
-- P13 认定市级总部
SELECT count(*), min(r.key) FROM "台账:总部企业" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."认定日期" < '2023-01-01' OR r."认定日期" > '2023-12-31') AND r."认定级别" IN ('市级') AND r."认定文号" IS NOT NULL;
SELECT count(*), min(r.key) FROM "台账:总部企业" r WHERE r.until IS NULL AND r."认定日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."认定级别" IN ('市级') AND r."认定文号" IS NOT NULL;
-- P14 新引进落户招商项目
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.注册" < '2023-01-01' OR r."进度.注册" > '2023-12-31') AND r."项目性质" IN ('新引进');
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.注册" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."项目性质" IN ('新引进');
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.签约" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.注册" IS NULL OR r."进度.注册" > :day) AND r."项目性质" IN ('新引进');
-- P15 引入市外投资增长
SELECT count(*), min(r.key) FROM "台账:到账记录" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."到账日期" < '2023-01-01' OR r."到账日期" > '2023-12-31') AND r."付款方所在地" IN ('市外省内', '省外', '境外');
-- P16 新增高新技术企业
SELECT count(*), min(r.key) FROM "台账:高新技术企业" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."发证日期" < '2023-01-01' OR r."发证日期" > '2023-12-31') AND r."认定类型" IN ('首次认定', '重新认定');
SELECT count(*), min(r.key) FROM "台账:高新技术企业" r WHERE r.until IS NULL AND r."发证日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."认定类型" IN ('首次认定', '重新认定');
-- P19 技术合同成交额
SELECT count(*), min(r.key) FROM "台账:技术合同" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."登记日期" < '2023-01-01' OR r."登记日期" > '2023-12-31') AND r."卖方所在区" IN ('本区');
-- P20 低效楼宇腾笼换业
SELECT count(*), min(r.key) FROM "台账:楼宇" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."换业.新入驻" < '2023-01-01' OR r."换业.新入驻" > '2023-12-31') AND r."低效认定" IN ('是') AND r."换业后入驻率" >= 700;
SELECT count(*), min(r.key) FROM "台账:楼宇" r WHERE r.until IS NULL AND r."换业.启动" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."换业.新入驻" IS NULL OR r."换业.新入驻" > :day) AND r."低效认定" IN ('是') AND r."换业后入驻率" >= 700;
-- P21 高品质楼宇入驻率、产出率提高
SELECT count(*), min(r.key) FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."季末日期" < '2023-01-01' OR r."季末日期" > '2023-12-31') AND r."楼宇" IN ('LY0001');
SELECT count(*), min(r.key) FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."季末日期" < '2023-01-01' OR r."季末日期" > '2023-12-31') AND r."楼宇" IN ('LY0001');
SELECT count(*), min(r.key) FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."季末日期" < '2023-01-01' OR r."季末日期" > '2023-12-31') AND r."楼宇" IN ('LY0001');
SELECT count(*), min(r.key) FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."季末日期" < '2023-01-01' OR r."季末日期" > '2023-12-31') AND r."楼宇" IN ('LY0001');
SELECT count(*), min(r.key) FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."季末日期" < '2023-01-01' OR r."季末日期" > '2023-12-31') AND r."楼宇" IN ('LY0002');
SELECT count(*), min(r.key) FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."季末日期" < '2023-01-01' OR r."季末日期" > '2023-12-31') AND r."楼宇" IN ('LY0002');
SELECT count(*), min(r.key) FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."季末日期" < '2023-01-01' OR r."季末日期" > '2023-12-31') AND r."楼宇" IN ('LY0002');
SELECT count(*), min(r.key) FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."季末日期" < '2023-01-01' OR r."季末日期" > '2023-12-31') AND r."楼宇" IN ('LY0002');
-- P22 新引育高层次人才
SELECT count(*), min(r.key) FROM "台账:人才" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."入选日期" < '2023-01-01' OR r."入选日期" > '2023-12-31') AND r."层次" IN ('A类', 'B类', 'C类', 'D类');
SELECT count(*), min(r.key) FROM "台账:人才" r WHERE r.until IS NULL AND r."入选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."层次" IN ('A类', 'B类', 'C类', 'D类');
-- P23 引进硕士、博士等青年人才
SELECT count(*), min(r.key) FROM "台账:人才" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."首次参保日期" < '2023-01-01' OR r."首次参保日期" > '2023-12-31') AND r."学位" IN ('硕士', '博士');
SELECT count(*), min(r.key) FROM "台账:人才" r WHERE r.until IS NULL AND r."首次参保日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."学位" IN ('硕士', '博士');
-- P25 拆迁清零
SELECT count(*), min(r.key) FROM "台账:片区" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."完成日期" < '2023-01-01' OR r."完成日期" > '2023-12-31') AND r."类别" IN ('拆迁清零') AND EXISTS (SELECT 1 FROM "台账:征收拆迁项目" p WHERE p.until IS NULL AND p."片区" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:征收拆迁项目" p WHERE p.until IS NULL AND p."片区" = r.key AND NOT (p."剩余户数" = 0)) AND EXISTS (SELECT 1 FROM "台账:征收户" p WHERE p.until IS NULL AND p."片区" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:征收户" p WHERE p.until IS NULL AND p."片区" = r.key AND NOT (p."进度.拆除" <= :day));
SELECT count(*), min(r.key) FROM "台账:征收拆迁项目" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."清零日期" < '2023-01-01' OR r."清零日期" > '2023-12-31') AND r."类别" IN ('拆迁清零') AND r."剩余户数" = 0 AND EXISTS (SELECT 1 FROM "台账:征收户" p WHERE p.until IS NULL AND p."项目" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:征收户" p WHERE p.until IS NULL AND p."项目" = r.key AND NOT (p."进度.拆除" <= :day));
-- P26 新片区征收拆迁
SELECT count(*), min(r.key) FROM "台账:征收拆迁项目" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."征收决定日期" < '2023-01-01' OR r."征收决定日期" > '2023-12-31') AND r."类别" IN ('新征收') AND r."征收决定文号" IS NOT NULL;
SELECT count(*), min(r.key) FROM "台账:征收拆迁项目" r WHERE r.until IS NULL AND r."征收决定日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."类别" IN ('新征收') AND r."征收决定文号" IS NOT NULL;
SELECT count(*), min(r.key) FROM "台账:征收拆迁项目" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."征收决定日期" < '2023-01-01' OR r."征收决定日期" > '2023-12-31') AND r."类别" IN ('新征收') AND r."征收决定文号" IS NOT NULL;
-- P27 土地出让
SELECT count(*), min(r.key) FROM "台账:地块出让" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.成交" < '2023-01-01' OR r."进度.成交" > '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:地块出让" r WHERE r.until IS NULL AND r."进度.成交" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:地块出让" r WHERE r.until IS NULL AND r."进度.公告" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.成交" IS NULL OR r."进度.成交" > :day);
SELECT count(*), min(r.key) FROM "台账:地块出让" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.成交" < '2023-01-01' OR r."进度.成交" > '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:地块出让" r WHERE r.until IS NULL AND r."进度.公告" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.成交" IS NULL OR r."进度.成交" > :day);
-- P28 安置房建设
SELECT count(*), min(r.key) FROM "台账:安置房" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.竣工备案" < '2023-01-01' OR r."进度.竣工备案" > '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:安置房" r WHERE r.until IS NULL AND r."进度.竣工" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.竣工备案" IS NULL OR r."进度.竣工备案" > :day);
-- P29 老旧小区改造
SELECT count(*), min(r.key) FROM "台账:片区" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."完成日期" < '2023-01-01' OR r."完成日期" > '2023-12-31') AND r."类别" IN ('老旧小区') AND EXISTS (SELECT 1 FROM "台账:老旧小区" p WHERE p.until IS NULL AND p."片区" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:老旧小区" p WHERE p.until IS NULL AND p."片区" = r.key AND NOT (p."进度.竣工验收" <= :day));
SELECT count(*), min(r.key) FROM "台账:老旧小区" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.竣工验收" < '2023-01-01' OR r."进度.竣工验收" > '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:老旧小区" r WHERE r.until IS NULL AND r."进度.完工" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.竣工验收" IS NULL OR r."进度.竣工验收" > :day);
-- P31 启动低效地块更新
SELECT count(*), min(r.key) FROM "台账:低效地块" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."启动日期" < '2023-01-01' OR r."启动日期" > '2023-12-31') AND r."启动方式" IS NOT NULL AND r."启动文号" IS NOT NULL;
-- P33 办好民生实事
SELECT count(*), min(r.key) FROM "台账:民生实事" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."验收日期" < '2023-01-01' OR r."验收日期" > '2023-12-31') AND r."验收文号" IS NOT NULL AND EXISTS (SELECT 1 FROM "台账:民生实事部件" p WHERE p.until IS NULL AND p."事项" = r.key) AND NOT EXISTS (SELECT 1 FROM "台账:民生实事部件" p WHERE p.until IS NULL AND p."事项" = r.key AND NOT (p."完成率" >= 1000 AND p."完成日期" <= :day));
-- P34 建成中小学幼儿园
SELECT count(*), min(r.key) FROM "台账:学校建设项目" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.竣工备案" < '2023-01-01' OR r."进度.竣工备案" > '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:学校建设项目" r WHERE r.until IS NULL AND r."进度.竣工" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.竣工备案" IS NULL OR r."进度.竣工备案" > :day);
-- P35 新建、改扩建中小学幼儿园
SELECT count(*), min(r.key) FROM "台账:学校建设项目" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.开工" < '2023-01-01' OR r."进度.开工" > '2023-12-31') AND r."建设性质" IN ('新建', '改扩建');
-- P37 “十个100”典型案例
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('德育微课');
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('家庭教育');
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('社会实践');
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('心理健康');
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('班级管理');
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('校园文化');
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('课程思政');
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('劳动教育');
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('志愿服务');
SELECT count(*), min(r.key) FROM "台账:典型案例" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."评选日期" < '2023-01-01' OR r."评选日期" > '2023-12-31') AND r."类别" IN ('网络文明');
-- P39 10分钟绿色生命通道
SELECT count(*), min(r.key) FROM "台账:急救派车记录" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."受理日期" < '2023-01-01' OR r."受理日期" > '2023-12-31') AND r."结果" IN ('到达') AND r."到达用时" <= 100;
SELECT count(*), min(r.key) FROM "台账:急救派车记录" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."受理日期" < '2023-01-01' OR r."受理日期" > '2023-12-31') AND r."结果" IN ('到达');
-- Q1 链长制和产业链补短板
SELECT count(*), min(r.key) FROM "台账:链条缺口" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."补齐日期" < '2023-01-01' OR r."补齐日期" > '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:链条缺口" r WHERE r.until IS NULL AND r."列入日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."补齐日期" IS NULL OR r."补齐日期" > :day);
-- Q4 布局元宇宙、区块链、人工智能
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.注册" < '2023-01-01' OR r."进度.注册" > '2023-12-31') AND r."标签" IN ('元宇宙', '区块链', '人工智能');
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.注册" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."标签" IN ('元宇宙', '区块链', '人工智能');
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.签约" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.注册" IS NULL OR r."进度.注册" > :day) AND r."标签" IN ('元宇宙', '区块链', '人工智能');
-- Q6 能源互联链条融合
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.注册" < '2023-01-01' OR r."进度.注册" > '2023-12-31') AND r."标签" IN ('能源互联');
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.注册" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."标签" IN ('能源互联');
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.签约" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.注册" IS NULL OR r."进度.注册" > :day) AND r."标签" IN ('能源互联');
-- Q7 老商埠商业金带振兴
SELECT count(*), min(r.key) FROM "台账:片区更新" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.开放" < '2023-01-01' OR r."进度.开放" > '2023-12-31') AND r."类别" IN ('历史街区');
-- Q9 做强重点商圈
SELECT count(*), min(r.key) FROM "台账:楼宇季报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."季末日期" < '2023-01-01' OR r."季末日期" > '2023-12-31') AND r."商圈" IN ('是');
-- Q10 引进首店、品牌店、旗舰店
SELECT count(*), min(r.key) FROM "台账:首店" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."开业日期" < '2023-01-01' OR r."开业日期" > '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:首店" r WHERE r.until IS NULL AND r."开业日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:首店" r WHERE r.until IS NULL AND r."签约日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."开业日期" IS NULL OR r."开业日期" > :day);
-- Q12 盯引500强和行业100强企业项目
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.注册" < '2023-01-01' OR r."进度.注册" > '2023-12-31') AND r."投资方榜单" IN ('世界500强', '中国500强', '行业100强');
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.注册" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."投资方榜单" IN ('世界500强', '中国500强', '行业100强');
SELECT count(*), min(r.key) FROM "台账:招商项目" r WHERE r.until IS NULL AND r."进度.签约" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.注册" IS NULL OR r."进度.注册" > :day) AND r."投资方榜单" IN ('世界500强', '中国500强', '行业100强');
-- Q15 支持企业联合创新
SELECT count(*), min(r.key) FROM "台账:技术合同" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."登记日期" < '2023-01-01' OR r."登记日期" > '2023-12-31') AND r."合同类别" IN ('技术开发') AND r."卖方所在区" IN ('本区');
-- Q17 深化校企合作
SELECT count(*), min(r.key) FROM "台账:技术合同" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."登记日期" < '2023-01-01' OR r."登记日期" > '2023-12-31') AND r."合作高校" IN ('是');
-- Q20 国企集体企业改革和盘活资产
SELECT count(*), min(r.key) FROM "台账:国企与闲置资产" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."盘活日期" < '2023-01-01' OR r."盘活日期" > '2023-12-31') AND r."批复文号" IS NOT NULL;
-- Q22 落实领军人才工程
SELECT count(*), min(r.key) FROM "台账:人才" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."入选日期" < '2023-01-01' OR r."入选日期" > '2023-12-31') AND r."工程名称" IN ('省级领军人才工程', '市级领军人才工程');
SELECT count(*), min(r.key) FROM "台账:人才" r WHERE r.until IS NULL AND r."入选日期" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND r."工程名称" IN ('省级领军人才工程', '市级领军人才工程');
-- Q23 名校行引才活动
SELECT count(*), min(r.key) FROM "台账:引才活动" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."举办日期" < '2023-01-01' OR r."举办日期" > '2023-12-31') AND r."系列" IN ('名校行');
-- Q24 推荐重点人才工程和高技能载体
SELECT count(*), min(r.key) FROM "台账:人才申报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.入选" < '2023-01-01' OR r."进度.入选" > '2023-12-31');
SELECT count(*), min(r.key) FROM "台账:人才申报" r WHERE r.until IS NULL AND r."进度.推荐" BETWEEN '2023-01-01' AND min(:day, '2023-12-31') AND (r."进度.入选" IS NULL OR r."进度.入选" > :day);
-- Q28 一山两河三园生态景观
SELECT count(*), min(r.key) FROM "台账:片区更新" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."进度.竣工验收" < '2023-01-01' OR r."进度.竣工验收" > '2023-12-31') AND r."类别" IN ('生态绿地');
-- Q31 低效园区、厂区更新
SELECT count(*), min(r.key) FROM "台账:低效地块" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."启动日期" < '2023-01-01' OR r."启动日期" > '2023-12-31') AND r."类别" IN ('低效园区', '低效厂区') AND r."启动文号" IS NOT NULL;
-- Q34 集体资产集中经营、委托管理
SELECT count(*), min(r.key) FROM "台账:集体资产" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."签订日期" < '2023-01-01' OR r."签订日期" > '2023-12-31') AND r."经营方式" IN ('集中经营', '委托管理');
-- Q35 集体经营性建设用地入市
SELECT count(*), min(r.key) FROM "台账:集体用地入市" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."入市日期" < '2023-01-01' OR r."入市日期" > '2023-12-31');
-- Q37 三权退出和三变试点
SELECT count(*), min(r.key) FROM "台账:三权退出" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."协议日期" < '2023-01-01' OR r."协议日期" > '2023-12-31');
-- Q40 乡村学校质量提升
SELECT count(*), min(r.key) FROM "台账:学校" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."质量提升完成日期" < '2023-01-01' OR r."质量提升完成日期" > '2023-12-31') AND r."城乡" IN ('乡村');
-- Q47 分级诊疗
SELECT count(*), min(r.key) FROM "台账:诊疗月报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."月末日期" < '2023-01-01' OR r."月末日期" > '2023-12-31') AND r."机构层级" IN ('基层');
SELECT count(*), min(r.key) FROM "台账:诊疗月报" r WHERE r.until IS NULL AND r.since BETWEEN :begin AND :end AND (r."月末日期" < '2023-01-01' OR r."月末日期" > '2023-12-31');
